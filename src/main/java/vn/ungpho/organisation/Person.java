package vn.ungpho.organisation;

/** Somebody with an account, as far as others must know them. */
public record Person(String id, String name, String email) {}
