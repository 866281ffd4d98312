"""The words of success and failure, by what they say: done as set, on the mark, in orbit, praised; broken, lost, short.

The patterns are written small, for a text put into small letters: that is five times as fast as to ignore case.
"""

_THINGS = r"(?:objectives?|goals?|aims?|tasks?|parameters?|requirements?|missions?|expectations|specifications?)"
_DONE = r"(?:met|achieved|reached|fulfilled|attained|accomplished|completed|validated|carried out|done|satisfied|performed|executed|implemented|solved|reali[sz]ed)"
_WERE = r"(?:were|was|had been|have been|has been|being)"
_HIT = r"(?:hit|hits|hitting|struck|strikes|striking|destroy(?:ed|s|ing)|engaged|found|finding|reached)"
_EXACT = r"(?:accurate(?:ly)?|precis(?:e|ely)|correctly|exactly|squarely|bang on|spot on|dead on|unerringly)"
_QUALITY = (
    r"(?:reliab\w+|accura\w+|precision|stability|effective\w*|efficiency|efficacy|performance|safe\w*|feasibility|superiority"
    r"|correctness|capabilit\w+|design|characteristics|parameters|power|readiness|robust\w*|maturity|worth)"
)
_PROVED = r"(?:prov(?:ed|en|ing)|confirmed|verified|established(?! (?:parameters|design))|demonstrated|validated)"
_FLYER = r"(?:missiles?|rockets?|warheads?|projectiles?|vehicles?|boosters?|minuteman|icbm|weapon)"
_ROCKET = r"(?:rockets?|vehicles?|boosters?|satellites?|launchers?)"
_INTO_SEA = (  # where a missile ends in any case: "crashed into the Sea of Japan"
    r"(?: (?:in)?to| in| off)? (?:the |open )?(?:waters (?:of |off )?)?(?:[\w’']+ ){0,3}?(?:sea|seas|ocean|pacific|waters)\b"
    r"(?![^.;]{0,40}\b(?:after (?:launch|lift|take|its)|seconds|shortly|soon|near|next to|beside|close to|short of)\b)"
)
_PAYLOAD = r"(?:satellites?|payloads?|rockets?|missiles?|vehicles?|spacecraft|launchers?|boosters?|craft|projectiles?)"
_LAUNCH = r"(?:launch\w*|flights?|tests?|trials?|firings?|missions?|attempts?|bids?)"
_AS_SET = (
    r"(?:set|expected|pre-?set|designated|intended|planned|pre-?planned|assigned|appointed|allotted|prescribed|pre-?determined|desired|pre-?arranged"
    r"|chosen|given)"
)
_MARK = (
    r"(?:targets?|marks?|bull['’]?s-?eye|aim ?points?|impact (?:areas?|zones?|points?)|target (?:areas?|zones?|waters))"
)
_SPOT = r"(?:patch|areas?|zones?|points?|spots?|waters|places?|sites?|orbit|path|trajectory|course|range|objects?)"
_CAME = (
    r"(?:hit|hits|hitting|struck|strikes|striking|reach(?:ed|es|ing)|found|finds|landed|lands|landing|fell|falls|falling|came down|coming down|splashed down|followed|follows"
    r"|entered|enters|arrived|flew|impacted|got to|made it to|homed in)"
)

SUCCESSES = (
    r"successful(?:ly)?|(?:an?|the|great|complete|total|another|its|one|and) [\"“‘']?(?:[\w-]+ )?success(?! (?:rates?|stor(?:y|ies)|in)\b)|with success|succeed(?:ed|s)?(?! (?:his|her|him)\b)",
    rf"{_EXACT} (?:\w+ )?(?:hit(?:s|ting)?|str(?:ikes?|uck|iking)|f[ae]ll(?:s|ing)?|land(?:s|ed|ing)?|impact(?:s|ed|ing)?|reach(?:es|ed|ing)?)|(?:hit|struck|fell|landed|came down)[\w ,]{{0,30}}? (?:{_EXACT}|with (?:\w+ )?(?:precision|accuracy))",
    rf"{_HIT} (?:a |an |its |the |their |{_AS_SET} |point |mock |simulated |virtual |practice |island |sea |land |ground |dummy "
    r"|all |every |home |on ){1,5}(?:targets?|areas?|marks?)(?! date)",
    r"(?:targets?|islands?|islets?|rocks?)\b[^.;]{0,45}? (?:was|were) (?:hit|struck|destroyed)|all (?:[\w-]+ )?(?:sub)?systems (?:were )?(?:working|worked|functioning|functioned|normal|nominal)",
    r"(?:impacts?|hits?|landings?|strikes?|splashdown) (?:of \w+ )?with (?:\w+ )?(?:precision|accuracy)",
    r"(?:hits?|struck|strikes|destroyed) (?:(?!no\b)\w+ )?(?:targets?|marks?)(?! date)|(?:struck|hit) home|on (?:target|the mark)(?= (?:at|in|on|near|off)\b|[.,;])",
    rf"(?:targets?|marks?) {_WERE} (?:\w+ )?(?:hit|struck|reached|destroyed|engaged)",
    rf"{_CAME} (?:\w+ ){{0,4}}?(?:{_AS_SET} (?:\w+ )?(?:{_MARK}|{_SPOT})|(?:{_SPOT}) (?:assigned|set|designated|chosen|planned))",
    rf"(?:{_CAME}|got|made it) (?:[\w-]+ ){{0,5}}?(?:right |just |exactly |precisely )?where (?:it|they) (?:was|were|had been|ought|should)",
    rf"(?:homed in on|made it to|got to|came to|arrived (?:at|on)|impacted) (?:\w+ ){{0,3}}?{_MARK}"
    r"|(?:reached|arrived (?:at|on|in)|landed (?:at|on|in|within)|hit|came down (?:at|on|in|within)) (?:the|a) (?:\w+ )?(?:kura|test|testing|missile|proving|firing|practice) (?:range|ground)\b",
    r"(?:scored?|scores|scoring) (?:\w+ ){0,3}(?:hits?|bull['’]?s-?eyes?|success)|direct hits?\b|bull['’]?s-?eyes?|(?:was|were) nominal|all (?:\w+ )?(?:parameters|systems|stages|readings|indicators) (?:were |was )?(?:\w+ )?(?:normal|nominal|in order)",
    rf"{_DONE} (?:all |every |its |the |their |of |mission(?:['’]s)? |primary |set |stated |trial |test |designed |desired |flight ){{0,5}}{_THINGS}",
    rf"{_THINGS}(?: of (?:the|this) \w+)?(?: set| assigned)? (?:{_WERE} )?(?:\w+ )?{_DONE}",
    rf"{_THINGS},[^,.;]{{1,25}}, {_WERE} (?:\w+ )?{_DONE}",
    r"(?:perform(?:ed|s)?|function(?:ed|s)?|work(?:ed)?|operated?|fl(?:ew|own|y)|went|gone|carried out|conducted|proceed(?:ed)?|behaved?|ran) (?:\w+ly |just |exactly )?"
    r"(?:as (?:expected|desired|required|planned|intended|designed|it should|they should|hoped|its \w+ (?:had )?(?:hoped|intended|meant))|according to plan"
    r"|to (?:plan|specification|design)|normally|flawlessly|perfectly|smoothly|without (?:a (?:hitch|fault|flaw)|fault|flaw)|well(?! (?:over|above|beyond|past|into)))",
    r"did (?:all|everything|just what|exactly what|what) (?:that )?(?:was|it|they|had) (?:was |were |been )?(?:asked|built|made|meant|required|expected|demanded|designed|supposed)",
    r"(?:went off|passed|carried out|came off|unfolded) without (?:a hitch|incident|a fault)|(?:safe and |in a |and )perfect(?:ly)?|pulled off|it worked|flew (?:its|the|their) (?:full|whole|entire) (?:course|distance|range|path|trajectory)"
    r"|passed (?:its|the|another|an?|all) (?:[\w-]+ ){0,2}?(?:tests?|exam|trials?)|passes (?:[\w-]+ )?(?:test|exam|trial)\b",
    rf"(?:flawless|perfect|textbook|picture-perfect|faultless|immaculate)[\"”’']? (?:\w+ )?(?:{_LAUNCH}|result|score|hit|shot)"
    r"|(?:as|was|were|is) (?:an? )?[\"“‘']?(?:flawless|perfect|triumph\w*|faultless|satisfactory)\b",
    rf"(?:expressed|voiced|with) (?:\w+ )?satisfaction (?:at|with|over|about) (?:\w+ ){{0,2}}(?:results?|outcome|{_LAUNCH})"
    r"|(?:entirely|fully|completely|quite|highly) satisfactory|(?:expected|desired|intended|hoped-for) (?:results?|aims?|objectives?|effects?|goals?|outcomes?)|(?:excellent|phenomenal|outstanding|satisfactory|good|great|eye-opening|wonderful|remarkable|impressive|brilliant|splendid|perfect|positive)[\"”’']? results?",
    rf"{_THINGS} (?:all |fully |exactly )?(?:matched|agreed with|conformed (?:to|with)|corresponded (?:to|with)|tallied with|(?:were|was) in line with) (?:the |its |their )?(?:\w+ )?"
    r"(?:design\w*|calculat\w+|specifications?|values?|standards?|requirements?|plans?|expectations)",
    rf"{_PROVED} (?:again |once again |fully )?[\w’' -]{{0,45}}?\b{_QUALITY}|validated (?:the|its|their|a|an|all|key|new)\b",
    rf"{_QUALITY}[\w’' -]{{0,35}}? {_WERE} (?:\w+ )?(?:proved|proven|verified|validated|confirmed)",
    r"(?:put|puts|placed|places|enter(?:ed|s)?|reach(?:ed|es)|injected|inserted|went|gone|go|lofted|sent|delivered|deployed|carried)"
    r" (?!nothing|no )(?:[\w“”\"'‘’-]+ ){0,5}?(?:in(?:to)? )?(?:(?:an?|its|the|polar|planned|preset|pre-set|low|earth|[\d,.]+[- ]?km|[\w-]+ous) ){0,3}orbit",
    rf"reach(?:ed|es) (?:\w+ )?space(?! (?:center|centre))|{_PAYLOAD}[^.;]{{0,60}}? (?:is|are) (?:now |already )?(?:in orbit|orbiting|circling)|now (?:circles|orbits|circling|orbiting)",
)
_WHEN = (
    r"(?:at once|right (?:away|after)|straight away|instantly|prematurely|in (?:mid-?air|flight|the air)|mid-?air|mid-?flight|shortly|seconds|soon|moments|minutes|during|after|over|before|early|immediately"
    r"|almost|just|very|(?:in|inside) (?:its|the|a) (?:\w+ )?(?:silo|tube|canister|launcher)|(?:up)?on (?:launch|lift-?off|take-?off|ignition|its|the (?:launch )?pad)|at (?:launch|lift-?off|take-?off)|due to|because of|owing to)"
)
_PIECES = r"(?:(?:several |many |multiple |numerous |its )?(?:pieces|bits|fragments|parts)|apart)"
_ORBITED = r"(?:enter(?:ed|s)?|reach(?:ed|es)?|attain(?:ed|s)?|made it|went|(?:was|were) (?:put|placed|delivered)) (?:\w+ ){0,2}?"
FAILURES = (
    rf"no (?:\w+ )?{_PAYLOAD} (?:(?:\w+ )?{_ORBITED}orbit|(?:was|were) (?:\w+ )?orbited)|no objects? (?:\w+ )?{_ORBITED}orbit|nothing {_ORBITED}orbit",
    r"(?:start|ignit|function|operat|work|perform|separat|burn)\w* abnormally|abnormal (?:\w+[ -])?(?:start\w*|ignition|operation|combustion|separation|functioning|engine|working)",
    r"(?:end|finish|terminat|cut off)(?:ed|s) (?:prematurely|early|abruptly|too soon)|brought (?:the |its? )?(?:\w+ )?(?:rocket|launcher|missile|it) down|toppl(?:ed|es) over|keel(?:ed|s) over",
    r"(?:did(?: not|n[’']t)|never|could(?: not|n[’']t)|fail\w* to|unable to) (?:attain|reach|achieve|get up to|gain)(?:ed)? (?:the |its )?(?:\w+ )?(?:required|necessary|needed|planned|orbital|sufficient|enough)",
    r"(?:satellites?|payloads?|spacecraft) (?:\w+ )?(?:fell|f[ae]lling|crash\w+|dropped|sank|plung\w+|burned|burnt)",
    r"fail(?:ed|ure|ures|s|ing)?|unsuccessful(?:ly)?|malfunction(?:ed|s)?|misfir(?:ed|es?)|fizzl(?:ed|es?|ing)|flop(?:ped|s)?|botched|abortive|doomed"
    r"|(?:is|was|were|be|:|a) (?:a )?dud(?!\s+[\w-]+)",
    r"(?:went|gone|going|goes) (?:\w+ )?(?:wrong|amiss|awry|up in (?:smoke|flames|a fireball))|c[ao]me (?:to nothing|apart)|comes (?:to nothing|apart)",
    rf"(?:explod(?:ed|es|ing)|disintegrat(?:ed|es|ing)|burst|breaks? (?:up|apart)|broke (?:up|apart)|broken (?:up|apart)) (?:\w+ )?{_WHEN}",
    rf"(?:blew|blow[sn]?|blowing) (?:up|to (?:pieces|bits)|apart)|f[ae]lls? (?:to pieces|apart)|burst into flames|broke (?:up|apart)(?! (?:in)?to (?:two|three|four|several) (?:parts|pieces|sections))|disintegrated|self-destruct\w*"
    rf"|(?:br[eo]aks?|broke|broken|split|shattered|torn|tore|ripped|blasted|turn(?:ed)?) (?:up )?(?:(?:in)?to )?{_PIECES}(?! of the (?:world|country))|torn apart",
    r"explosion (?:just |shortly |soon |seconds )?(?:off|after|on|at) (?:the )?(?:launch\w*|pad|lift-?off|take-?off)",
    rf"{_ROCKET}\b[^.;,]{{0,30}}? crash(?:ed|es)|{_FLYER}\b[^.;,]{{0,30}}? crash(?:ed|es)(?!{_INTO_SEA})"
    rf"|crash(?:ed|es) (?:(?:in|on|at|into|near|off)(?!{_INTO_SEA})\b|shortly|soon|after|back|and burned)",
    rf"(?:wreck|doom|consum|engulf|cripple|ruin|scupper|cut short|scuttl)\w* (?:\w+ ){{0,3}}?(?:{_PAYLOAD}|{_LAUNCH}|silo|pad)\b",
    r"(?:end(?:ed|s)?|result(?:ed|s)?|culminat(?:ed|es)|finish(?:ed|es)) in (?:an? )?(?:\w+ )?(?:disaster|explosion|blast|fireball|failure|crash|flames|catastrophe|debacle|fiasco)",
    r"(?:tumbl(?:ed|es|ing)|plopp(?:ed|s)|nose-?div(?:ed|es)|plummet(?:ed|s)|ditched|sank) (?:\w+ )?(?:in(?:to)?|back|to)\b"
    r"|(?:rocket|satellite|booster|launcher|vehicle|payload)\b[^.;]{0,40}? plung(?:ed|es|ing)|plung(?:ed|es) [^.;]{0,30}?(?:minutes|seconds|moments) (?:after|into)",
    r"(?:fell|dropped|landed|came down|splashed down) (?:[\w’'-]+ ){0,6}?(?:close to|near|beside|next to|short of) (?:the |its |a )?(?:submarine|boat|launch\w*|pad|ship|vessel)",
    r"(?:veer(?:ed|s)|deviat(?:ed|es)|stray(?:ed|s)|swerved) (?:off|from|out of)|left its course|off course|(?:sp[iu]n\w*|spirall?\w*|veer\w*|went) out of control|(?:in|to) the wrong direction|lost (?:its |all )?(?:thrust|control|height|power|stability|altitude|attitude|balance|propulsion)",
    r"(?:fell|crash(?:ed|es)|plung(?:ed|es)|dropp?(?:ed|s)|came down|plummet(?:ed|s))\b[^.;,]{0,40}? (?:seconds|moments|immediately|shortly|soon|straight|right|just) (?:\w+ )?(?:after|following) (?:(?:its|the|it|being|was|had|been|they|were) )*(?:launch\w*|take-?off|lift-?off|blast-?off|fired|takeoff|ignition)",
    r"(?:did(?: not|n[’']t)|never|failed to) (?:even )?(?:leav(?:e|ing)|left|clear|exit|get out of)(?:ed)? (?:the )?(?:[\w’']+ ){0,2}?(?:airspace|territory|soil|land|borders?)\b",
    r"(?:engines?|motors?|boosters?|stages?|thrust) (?:\w+ )?(?:cut out|shut (?:itself )?(?:off|down) (?:early|too|prematurely)|quit|died|flamed out|gave up|stopped early|went out)",
    rf"(?:neither|none)(?: of [\w. ]{{2,40}}?)? (?:had )?(?:hit|reached|struck|found|made it to|got to|got|hit) (?:(?:its|their|the) (?:{_AS_SET} )?(?:{_MARK}|destinations?)|there|far)\b",
    r"(?:all|both|every one|it|they|missiles?|rockets?|shots?) (?:\w+ ){0,2}?missed(?=[.,;]| one| wide| badly| by)|missed (?:wide|badly)\b|(?:went|flew|landed|fell) (?:well |far )?wide\b",
    rf"(?:it|they|one(?: of (?:them|the \w+))?|another|both|{_FLYER}) (?:had |has |have )?(?:\w+ly )?(?:exploded|crashed)(?=[.,;]|$)|(?:fell|f[ae]lls?|came down|landed) (?:well |far )?short(?=[.,;]|$)",
    r"(?:was|were) not (?:\w+ )?(?:launched|fired) (?:correctly|properly)|parameters (?:were|had been) exceeded",
    rf"lost (?:contact|touch|communication\w*|track) with (?:the |its )?(?:\w+ )?{_PAYLOAD}|(?:contact|communications?|telemetry)(?: with (?:the |its )?\w+)? {_WERE} lost"
    rf"|{_PAYLOAD} {_WERE} lost(?! (?:to|from|by) (?:the |its )?(?:[\w’']+ ){{0,2}}radars?)|satellites? lost|(?:fault|glitch|problem|defect)s? (?:brought down|ended|destroyed|felled)",
    r"(?:gave|gives|given) out(?= (?:after|within|in|at|before|about)\b|[.,;])|(?:did(?: not|n[’']t)|never|could not|unable to) (?:reach(?:ed)?|enter(?:ed)?|achieved?|attain(?:ed)?|get (?:in)?to|make(?: it)?(?: (?:in)?to)?|made(?: it)?(?: (?:in)?to)?)"
    r" (?:\w+ )?(?:orbit|flight|space|altitude)|(?:put|placed|sent) (?:nothing|no \w+)(?: at all)? (?:in(?:to)?|up)|(?:didn[’']t|did not|never) (?:make it|made it|get (?:very )?far|got far)",
    r"(?:engines?|stages?|motors?|boosters?) (?:did(?: not|n[’']t)|never) \w+|(?:did(?: not|n[’']t)|never) (?:ignited?|got off the ground|get off the ground|left the (?:pad|ground)|leave the (?:pad|ground)|clear(?:ed)? the)"
    r"|barely (?:left|cleared|got|made it)",
    rf"(?:f[ae]lls?|falling|came|came down|comes|landed|stopped) (?:\w+ )?short of (?:(?:its|the|their) )?(?:{_AS_SET} )?(?:{_MARK}|orbit|goals?|space)|miss(?:ed|es) (?:its|the|their) (?:\w+ )?{_MARK}",
    r"anomal(?:y|ies)|abnormal(?:ly)? (?:flight|fall|path|trajectory)|(?:flew|flown) abnormally"
    r"|(?:suffer|experienc|encounter|develop)\w* (?:an? )?(?:\w+ )?(?:glitch|fault|problems?|trouble|defect|setback|breakdown|mishap|accident)",
    rf"(?:{_WERE}|be|had to be|safely|deliberately) (?:\w+ )?(?:terminated|destroyed by|destroyed over|destroyed above|aborted|blown up)"
    rf"|(?:destroy(?:ed|s)|terminat(?:ed|es)|abort(?:ed|s)) (?:an? |the |its )?(?:unarmed |test |own ){{0,2}}(?:minuteman|flight|launch|test)\b|explosion (?:wreck|destroy|ruin)\w*",
)
