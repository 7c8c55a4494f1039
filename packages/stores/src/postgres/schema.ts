/** A name of a schema, or of a role, as SQL takes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/**
 * Each entry brings a database from the version before it, statement by statement. Never edited once released, only added to.
 *
 * Every key is led by the ledger, so that the tables can be partitioned or distributed by it. Texts compare by bytes (`COLLATE "C"`):
 * instants in their order, and the same in every database.
 */
export const migrations: readonly ((schema: string) => readonly string[])[] = [
  (schema) => {
    const s = quoted(schema);
    const refusing = (name: string, body: string): string =>
      `CREATE FUNCTION ${s}.${name}() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $body$ BEGIN ${body} END $body$`;
    return [
      // The end of each ledger. Appending is a compare-and-swap on this row; room is left in its page, since it is written at every append.
      `CREATE TABLE ${s}.heads (
        ledger text COLLATE "C" PRIMARY KEY,
        position bigint NOT NULL,
        hash text COLLATE "C" NOT NULL,
        recorded_at text COLLATE "C" NOT NULL
      ) WITH (fillfactor = 20)`,
      // One row an event: its line as text, byte for byte what its hash is of, and what is asked for.
      `CREATE TABLE ${s}.events (
        ledger text COLLATE "C" NOT NULL,
        position bigint NOT NULL,
        id text COLLATE "C" NOT NULL,
        stream text COLLATE "C" NOT NULL,
        version bigint NOT NULL,
        type text COLLATE "C" NOT NULL,
        recorded_at text COLLATE "C" NOT NULL,
        redacts text COLLATE "C" CHECK (redacts IS NULL OR type = 'TextRedacted'),
        hash text COLLATE "C" NOT NULL,
        line text COLLATE "C" NOT NULL,
        PRIMARY KEY (ledger, position),
        UNIQUE (ledger, id),
        UNIQUE (ledger, stream, version)
      )`,
      `CREATE INDEX events_redacting ON ${s}.events (ledger, redacts) WHERE redacts IS NOT NULL`,
      // Free texts, as JSON strings, lie apart, since they alone may be erased.
      `CREATE TABLE ${s}.texts (
        ledger text COLLATE "C" NOT NULL,
        id text COLLATE "C" NOT NULL,
        text text COLLATE "C" NOT NULL,
        salt text COLLATE "C" NOT NULL,
        PRIMARY KEY (ledger, id)
      )`,
      refusing('never', `RAISE EXCEPTION 'events are append-only';`),
      refusing(
        'head_forward',
        `IF NEW.ledger <> OLD.ledger OR NEW.position <= OLD.position THEN RAISE EXCEPTION 'a head goes forward only'; END IF; RETURN NEW;`,
      ),
      refusing(
        'text_once',
        `IF EXISTS (SELECT 1 FROM ${s}.events e WHERE e.ledger = NEW.ledger AND e.redacts = NEW.id)
         THEN RAISE EXCEPTION 'an erased text is not taken in again'; END IF; RETURN NEW;`,
      ),
      refusing(
        'text_redacted',
        `IF NOT EXISTS (SELECT 1 FROM ${s}.events e WHERE e.ledger = OLD.ledger AND e.redacts = OLD.id)
         THEN RAISE EXCEPTION 'a text is erased by redaction only'; END IF; RETURN OLD;`,
      ),
      `CREATE TRIGGER never BEFORE UPDATE OR DELETE ON ${s}.events FOR EACH ROW EXECUTE FUNCTION ${s}.never()`,
      `CREATE TRIGGER never_all BEFORE TRUNCATE ON ${s}.events FOR EACH STATEMENT EXECUTE FUNCTION ${s}.never()`,
      `CREATE TRIGGER forward BEFORE UPDATE ON ${s}.heads FOR EACH ROW EXECUTE FUNCTION ${s}.head_forward()`,
      `CREATE TRIGGER never BEFORE DELETE ON ${s}.heads FOR EACH ROW EXECUTE FUNCTION ${s}.never()`,
      `CREATE TRIGGER never_all BEFORE TRUNCATE ON ${s}.heads FOR EACH STATEMENT EXECUTE FUNCTION ${s}.never()`,
      `CREATE TRIGGER once BEFORE INSERT ON ${s}.texts FOR EACH ROW EXECUTE FUNCTION ${s}.text_once()`,
      `CREATE TRIGGER never BEFORE UPDATE ON ${s}.texts FOR EACH ROW EXECUTE FUNCTION ${s}.never()`,
      `CREATE TRIGGER redacted BEFORE DELETE ON ${s}.texts FOR EACH ROW EXECUTE FUNCTION ${s}.text_redacted()`,
      `CREATE TRIGGER never_all BEFORE TRUNCATE ON ${s}.texts FOR EACH STATEMENT EXECUTE FUNCTION ${s}.never()`,
      // Erasing is the owner's, lent to whoever may call this. A deleted row stays in its page until others are laid over it, so the
      // table is written anew: that takes only rows that are still seen, and the old files go when this commits.
      `CREATE FUNCTION ${s}.driftbok_erase(of_ledger text, of_events text[]) RETURNS bigint
       LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
       DECLARE gone bigint;
       BEGIN
         DELETE FROM ${s}.texts t WHERE t.ledger = of_ledger AND t.id = ANY (of_events)
           AND EXISTS (SELECT 1 FROM ${s}.events e WHERE e.ledger = t.ledger AND e.redacts = t.id);
         GET DIAGNOSTICS gone = ROW_COUNT;
         IF gone > 0 THEN ALTER TABLE ${s}.texts ALTER COLUMN salt TYPE text COLLATE "C" USING salt || ''; END IF;
         RETURN gone;
       END $body$`,
      `REVOKE ALL ON FUNCTION ${s}.driftbok_erase(text, text[]) FROM PUBLIC`,
      `COMMENT ON SCHEMA ${s} IS 'Driftbok: an event-sourced ledger. Made and changed by migratePostgres only.'`,
    ];
  },
  (schema) => {
    const s = quoted(schema);
    return [
      // Statistics hold values as they are: an erased text lived on in them, for every role that may read the table to see. A column that is
      // written anew loses those it has.
      `ALTER TABLE ${s}.texts ALTER COLUMN text TYPE text COLLATE "C" USING text || '', ALTER COLUMN salt TYPE text COLLATE "C" USING salt || ''`,
      `ALTER TABLE ${s}.texts ALTER COLUMN text SET STATISTICS 0, ALTER COLUMN salt SET STATISTICS 0`,
      // Whoever erases holds the table first. It is waited for a little only, since whoever comes after waits behind this; the store tries again.
      `CREATE FUNCTION ${s}.driftbok_hold() RETURNS void
       LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '200ms' AS $body$
       BEGIN LOCK TABLE ${s}.texts IN ACCESS EXCLUSIVE MODE; END $body$`,
      `REVOKE ALL ON FUNCTION ${s}.driftbok_hold() FROM PUBLIC`,
      // What lies beyond a ledger's head is no event of it: it erases nothing.
      `CREATE OR REPLACE FUNCTION ${s}.driftbok_erase(of_ledger text, of_events text[]) RETURNS bigint
       LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $body$
       DECLARE gone bigint;
       BEGIN
         DELETE FROM ${s}.texts t WHERE t.ledger = of_ledger AND t.id = ANY (of_events)
           AND EXISTS (SELECT 1 FROM ${s}.events e WHERE e.ledger = t.ledger AND e.redacts = t.id
             AND e.position <= (SELECT h.position FROM ${s}.heads h WHERE h.ledger = t.ledger));
         GET DIAGNOSTICS gone = ROW_COUNT;
         IF gone > 0 THEN ALTER TABLE ${s}.texts ALTER COLUMN salt TYPE text COLLATE "C" USING salt || ''; END IF;
         RETURN gone;
       END $body$`,
    ];
  },
];

/** The schema version that this adapter reads and writes. */
export const schemaVersion: number = migrations.length;

/** What an application's role may do: read, append, move a head forward, and call the erasing function. Nothing else. */
export const grantsTo = (schema: string, role: string): readonly string[] => {
  const [s, r] = [quoted(schema), quoted(role)];
  return [
    `GRANT USAGE ON SCHEMA ${s} TO ${r}`,
    `GRANT SELECT ON ${s}.schema_version TO ${r}`,
    `GRANT SELECT, INSERT ON ${s}.events, ${s}.texts TO ${r}`,
    `GRANT SELECT, INSERT, UPDATE ON ${s}.heads TO ${r}`,
    `GRANT EXECUTE ON FUNCTION ${s}.driftbok_hold(), ${s}.driftbok_erase(text, text[]) TO ${r}`,
  ];
};
