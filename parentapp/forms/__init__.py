"""The shape of input. No database, no rule about who may do what."""
