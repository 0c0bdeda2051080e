package vn.nghisu.meeting;

/** A command that only the server gives; the socket and HTTP don't take it from people. */
public interface InternalCommand {}
