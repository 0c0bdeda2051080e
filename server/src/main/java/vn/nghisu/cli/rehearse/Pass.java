package vn.nghisu.cli.rehearse;

/** What a simulated tablet needs to be let in: a person's id and the token of an open session. */
record Pass(String person, String token) {}
