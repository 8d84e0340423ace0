import fc from "fast-check";

/** Properties try the same values on every run; `ENGINEROOM_SEED=random` looks for new ones. */
if (process.env.ENGINEROOM_SEED !== "random") fc.configureGlobal({ seed: 20_261_123 });
