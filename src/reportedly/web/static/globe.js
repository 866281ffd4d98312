// The map that can be moved and made larger, drawn from the marks of the SVG map beside it; that stays where there is no
// WebGL. Nothing is fetched but from the desk itself: no tiles, no letters, no pictures.

const WORKER = "./vendor/maplibre-gl/maplibre-gl-worker.mjs";
const LIBRARY = "./vendor/maplibre-gl/maplibre-gl.mjs";
const NAMES = 40; // written at most, where they do not hide each other
const KM = 111.2; // of a degree of latitude
let drawing = null; // the map of this page, once

export async function drawMap(follow) {
  const box = document.getElementById("globe");
  const svg = document.querySelector("#drawn svg.map");
  if (!box || !svg || !hasWebGL()) return;
  if (drawing?.box === box) return drawing.show(marksOf(svg));
  drawing?.map.remove();
  drawing = null;
  const library = await import(LIBRARY);
  library.setWorkerUrl(new URL(WORKER, import.meta.url).href);
  library.getGlobalDispatcher().on("error", () => {}); // a page that is left while its worker is on its way
  if (drawing || !box.isConnected) return;
  drawing = new Drawing(box, library, follow);
  drawing.show(marksOf(document.querySelector("#drawn svg.map") ?? svg));
}

function hasWebGL() {
  try {
    return Boolean(document.createElement("canvas").getContext("webgl2"));
  } catch {
    return false;
  }
}

function marksOf(svg) {
  return [...svg.querySelectorAll("a[data-at]")].map((link) => {
    const [longitude, latitude] = link.dataset.at.split(" ").map(Number);
    const title = link.querySelector("title")?.textContent ?? "";
    const doubted = link.classList.contains("doubted");
    return {
      at: [longitude, latitude], n: Number(link.dataset.n), km: Number(link.dataset.km ?? 0), name: title.replace(/: [\d,]+ incidents? \(.*$/s, ""), title, doubted,
      href: link.getAttribute("href"),
    };
  });
}

class Drawing {
  constructor(box, library, follow) {
    this.box = box;
    this.library = library;
    this.marks = [];
    this.names = [];
    box.hidden = false;
    this.map = new library.Map({
      container: box, style: this.style(), attributionControl: false, cooperativeGestures: true, dragRotate: false,
      pitchWithRotate: false, maxPitch: 0, maxZoom: 8, center: [60, 30], zoom: 0.5, fadeDuration: 0,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.addControl(new library.NavigationControl({ showCompass: false }));
    this.map.getCanvas().setAttribute("aria-label", "Map that can be moved: arrow keys, plus and minus. The same stands below in numbers.");
    this.popup = new library.Popup({ closeButton: false, closeOnClick: false, maxWidth: "22rem" });
    this.map.on("load", () => this.loaded());
    this.map.on("error", () => {}); // the map on the server's page stays until this one is there
    this.map.on("style.load", () => this.show(this.marks));
    this.map.on("moveend", () => this.write());
    for (const layer of ["areas", "points"]) {
      this.map.on("mousemove", layer, (event) => this.told(event));
      this.map.on("mouseleave", layer, () => this.quiet());
      this.map.on("click", layer, (event) => follow(event.features[0].properties.href));
    }
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.map.setStyle(this.style()));
  }

  loaded() {
    this.box.classList.add("moves");
    this.map.resize();
    this.show(this.marks);
  }

  show(marks) {
    this.marks = marks;
    this.map.getSource("points")?.setData(points(marks));
    this.map.getSource("areas")?.setData(areas(marks));
    this.fit();
    this.write();
  }

  fit() {
    const bounds = new this.library.LngLatBounds();
    for (const mark of this.marks) bounds.extend(mark.at);
    if (!bounds.isEmpty()) this.map.fitBounds(bounds, { padding: 50, maxZoom: 5, animate: false });
  }

  style() {
    const of = (name) => getComputedStyle(this.box).getPropertyValue(name).trim();
    const place = of("--place");
    return {
      version: 8,
      sources: {
        world: { type: "geojson", data: new URL(this.box.dataset.world, location.href).href, tolerance: 0.2 },
        areas: { type: "geojson", data: areas(this.marks) },
        points: { type: "geojson", data: points(this.marks) },
      },
      layers: [
        { id: "sea", type: "background", paint: { "background-color": of("--sea") } },
        { id: "land", type: "fill", source: "world", paint: { "fill-color": of("--land") } },
        { id: "borders", type: "line", source: "world", paint: { "line-color": of("--border"), "line-width": 0.7 } },
        { id: "areas", type: "fill", source: "areas", paint: { "fill-color": place, "fill-opacity": ["case", ["get", "doubted"], 0.12, 0.25] } },
        {
          id: "points", type: "circle", source: "points",
          layout: { "circle-sort-key": ["-", 0, ["get", "n"]] },
          paint: {
            "circle-radius": ["min", 22, ["+", 3, ["*", 1.5, ["sqrt", ["get", "n"]]]]],
            "circle-color": ["case", ["get", "doubted"], of("--land"), place],
            "circle-opacity": 0.8, "circle-stroke-width": ["case", ["get", "doubted"], 2, 1],
            "circle-stroke-color": ["case", ["get", "doubted"], place, of("--land")],
          },
        },
      ],
    };
  }

  told(event) {
    const { title, at } = event.features[0].properties;
    this.map.getCanvas().classList.add("leads");
    this.popup.setLngLat(JSON.parse(at)).setText(title).addTo(this.map);
  }

  quiet() {
    this.map.getCanvas().classList.remove("leads");
    this.popup.remove();
  }

  // Names as links of the page, the largest first, none over another or over a point.
  write() {
    for (const name of this.names) name.remove();
    this.names = [];
    const marks = this.marks.map((mark) => ({ ...mark, ...this.map.project(mark.at), reach: mark.km ? 0 : Math.min(22, 3 + 1.5 * Math.sqrt(mark.n)) }));
    const points = marks.filter((mark) => !mark.km);
    const taken = [[this.box.clientWidth - 50, 0, this.box.clientWidth, 80]]; // where the buttons are
    for (const mark of marks.sort((one, other) => other.n - one.n || (one.name < other.name ? -1 : 1))) {
      if (this.names.length >= NAMES) break;
      if (!within([mark.x, mark.y, mark.x, mark.y], this.box)) continue;
      const text = mark.n > 1 ? `${mark.name} ${mark.n}` : mark.name;
      const hidden = [...taken, ...points.filter((other) => other !== mark).map(around)];
      const wide = this.width(text);
      const place = places(mark).find(({ anchor, offset: [right, down] }) => {
        const box = boxed(mark.x + right, mark.y + down, anchor, wide);
        if (!within(box, this.box) || hidden.some((one) => meet(one, box))) return false;
        taken.push(box);
        return true;
      });
      if (place) this.names.push(new this.library.Marker({ element: label(mark, text), ...place }).setLngLat(mark.at).addTo(this.map));
    }
  }

  width(text) {
    this.pen ??= document.createElement("canvas").getContext("2d");
    this.pen.font = `600 11px ${getComputedStyle(document.body).fontFamily}`;
    return this.pen.measureText(text).width;
  }
}

// Where a name may stand, the best first: to the right, to the left, above, below, and aslant.
function places({ reach }) {
  const aslant = [-1, 1].flatMap((down) => [
    { anchor: "left", offset: [reach, down * (reach + 7)] }, { anchor: "right", offset: [-reach, down * (reach + 7)] },
  ]);
  return [
    { anchor: "left", offset: [reach + 4, 0] }, { anchor: "right", offset: [-reach - 4, 0] },
    { anchor: "center", offset: [0, -reach - 9] }, { anchor: "center", offset: [0, reach + 9] }, ...aslant,
  ];
}

function boxed(x, y, anchor, wide) {
  const left = x - { left: 0, center: wide / 2, right: wide }[anchor];
  return [left - 1, y - 8, left + wide + 1, y + 8];
}

function around({ x, y, reach }) {
  return [x - reach, y - reach, x + reach, y + reach];
}

function within([left, top, right, bottom], { clientWidth, clientHeight }) {
  return left >= 0 && top >= 0 && right <= clientWidth && bottom <= clientHeight;
}

function label(mark, text) {
  const link = document.createElement("a");
  link.className = "name";
  link.href = mark.href;
  link.textContent = text;
  link.title = mark.title;
  return link;
}

function meet(one, other) {
  return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
}

function collection(features) {
  return { type: "FeatureCollection", features };
}

function properties(mark) {
  return { href: mark.href, title: mark.title, n: mark.n, doubted: mark.doubted, at: JSON.stringify(mark.at) };
}

function points(marks) {
  return collection(marks.filter((mark) => !mark.km).map((mark) => (
    { type: "Feature", properties: properties(mark), geometry: { type: "Point", coordinates: mark.at } })));
}

function areas(marks) {
  return collection(marks.filter((mark) => mark.km).map((mark) => (
    { type: "Feature", properties: properties(mark), geometry: { type: "Polygon", coordinates: [disc(mark)] } })));
}

function disc({ at: [longitude, latitude], km }) {
  const up = km / KM;
  const across = up / Math.cos((latitude * Math.PI) / 180);
  return Array.from({ length: 49 }, (_, n) => {
    const turn = (n % 48) * (Math.PI / 24);
    return [longitude + across * Math.cos(turn), latitude + up * Math.sin(turn)];
  });
}
