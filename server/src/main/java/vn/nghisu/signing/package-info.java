/**
 * Signs PDF files and tells what their signatures are worth: PAdES baseline signatures (ETSI EN 319 142-1) by incremental update, with the
 * European DSS library. Knows nothing of meetings.
 */
package vn.nghisu.signing;
