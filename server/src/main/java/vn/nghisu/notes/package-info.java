/** Private notes on papers: one stream a person, readable by nobody else unless shared note by note; see docs/notes.md. */
package vn.nghisu.notes;
