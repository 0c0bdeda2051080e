/** Search over the words of all papers. It knows pages and content hashes; who may see what is applied by who asks. */
package vn.nghisu.search;
