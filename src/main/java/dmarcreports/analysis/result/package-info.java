/** What comes out for one domain: its sources, streams and actions, as the outputs read them. */
package dmarcreports.analysis.result;
