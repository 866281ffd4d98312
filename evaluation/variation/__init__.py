"""One thing of a marked report written otherwise, so that what it says stays the same: does what is read stay too?"""
