package vn.nghisu.people;

/** What a person may do in the system as a whole, apart from any body. */
public enum SystemRole {
    NONE,
    ADMINISTRATOR
}
