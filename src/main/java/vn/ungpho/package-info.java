/** The house. Each package below is a room; {@code ModularityTests} proves who may know whom. */
package vn.ungpho;
