// Offsets of time zones as the host knows them, against values from the tz database.
import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "../support/source.mjs";

const { checkZone, utcOffset } = await source("zone");
const hour = 3600;
const rows = [
  ["UTC", "2024-01-01T00:00:00Z", 0],
  ["America/New_York", "2024-03-10T06:59:59Z", -5 * hour],
  ["America/New_York", "2024-03-10T07:00:00Z", -4 * hour],
  ["America/New_York", "2024-11-03T05:59:59Z", -4 * hour],
  ["America/New_York", "2024-11-03T06:00:00Z", -5 * hour],
  ["America/New_York", "1883-01-01T12:00:00Z", -(4 * hour + 56 * 60 + 2)],
  ["Asia/Kathmandu", "2024-06-01T00:00:00Z", 5.75 * hour],
  ["Australia/Lord_Howe", "2024-06-01T00:00:00Z", 10.5 * hour],
  ["Pacific/Apia", "2011-12-30T09:59:59Z", -10 * hour],
  ["Pacific/Apia", "2011-12-30T10:00:00Z", 14 * hour],
  ["Africa/Monrovia", "1960-01-01T00:00:00Z", -(44 * 60 + 30)],
  ["America/New_York", "0001-01-01T00:00:00Z", -(4 * hour + 56 * 60 + 2)],
  ["Asia/Tokyo", "0001-01-01T00:00:00Z", 9 * hour + 18 * 60 + 59],
  ["Asia/Tokyo", "0099-06-01T00:00:00Z", 9 * hour + 18 * 60 + 59],
  ["Asia/Tokyo", "9999-12-31T23:59:59Z", 9 * hour],
];
for (const [zone, moment, offset] of rows) {
  test(`${zone} at ${moment}`, () =>
    assert.equal(utcOffset(zone, Date.parse(moment) / 1000), offset));
}

test("a moment between two seconds", () => {
  assert.equal(utcOffset("America/New_York", 0.5), -5 * hour);
  assert.equal(utcOffset("America/New_York", -0.5), -5 * hour);
});

test("what the host does not know", () => {
  checkZone(undefined);
  checkZone("Europe/Paris");
  for (const zone of ["Mars/Olympus", "", 7, null, {}]) {
    assert.throws(() => checkZone(zone), { code: "unknown_time_zone" });
  }
  assert.equal(utcOffset("Mars/Olympus", 0), Number.NaN);
  assert.equal(utcOffset("UTC", 1e300), Number.NaN);
});
