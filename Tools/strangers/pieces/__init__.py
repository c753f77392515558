"""People whose movements are pieced together: every joint goes its way in pieces, at a person's own
pace and range, and the sensor sits on a soft strap."""
