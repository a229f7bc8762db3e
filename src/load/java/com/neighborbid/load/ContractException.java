package com.neighborbid.load;

/** The house answered otherwise than the contract lets a client expect, or not at all. */
public final class ContractException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ContractException(String message) {
        super(message);
    }

    public ContractException(String message, Throwable cause) {
        super(message, cause);
    }
}
