"""People whose movements are drawn gestures: every joint takes one smooth step after the other."""
