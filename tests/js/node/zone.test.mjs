// Offsets of time zones as the host knows them, against values from the tz database.
import assert from "node:assert/strict";
import { test } from "node:test";
import { source } from "../support/source.mjs";

const { checkZone, offsetOf } = await source("zone");
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
    assert.equal(offsetOf(zone, Date.parse(moment) / 1000), offset));
}

test("what is remembered is what the host would say", () => {
  const seconds = Date.parse("2024-03-10T07:00:00Z") / 1000;
  for (let round = 0; round < 2; round++) {
    assert.equal(offsetOf("America/New_York", seconds - 1), -5 * hour);
    assert.equal(offsetOf("America/New_York", seconds), -4 * hour);
    assert.equal(offsetOf("Asia/Tokyo", seconds), 9 * hour);
  }
  // Newfoundland changed at one minute past midnight.
  const odd = Date.parse("1987-04-05T03:31:00Z") / 1000;
  assert.equal(offsetOf("America/St_Johns", odd - 1), -3.5 * hour);
  assert.equal(offsetOf("America/St_Johns", odd), -2.5 * hour);
  for (let day = 0; day < 20_000; day++) offsetOf("UTC", seconds + day * 86_400);
  assert.equal(offsetOf("America/New_York", seconds), -4 * hour);
});

test("a moment between two seconds", () => {
  assert.equal(offsetOf("America/New_York", 0.5), -5 * hour);
  assert.equal(offsetOf("America/New_York", -0.5), -5 * hour);
});

test("what the host does not know", () => {
  for (const none of [undefined, null]) checkZone(none);
  checkZone("Europe/Paris");
  for (const zone of ["Mars/Olympus", "", 7, {}]) {
    assert.throws(() => checkZone(zone), { code: "unknown_time_zone" });
  }
  assert.equal(offsetOf("Mars/Olympus", 0), Number.NaN);
  assert.equal(offsetOf("UTC", 1e300), Number.NaN);
});
