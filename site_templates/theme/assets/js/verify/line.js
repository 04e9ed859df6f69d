/* Whether a line of a ledger's file has the ledger's form, to the letter; as
   generator/ledger/chain.py and facts.py have it. */
(() => {
  "use strict"
  const { facts } = window.ckVerify
  const { closed: CLOSED, events: EVENTS, closing: CLOSING, counts: COUNTS, edition } = facts.ledger
  const EDITION = new RegExp(edition)
  const TOKEN = /"(?:[^"\\]|\\.)*"|[^"]+/g
  const DAY = /^\d{4}-\d{2}-\d{2}$/

  const isText = (value) => typeof value === "string"
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value)
  const isMap = (value, isKey, isValue) =>
    isObject(value) && Object.entries(value).every(([key, one]) => isKey(key) && isValue(one))

  const isDay = (text) => {
    const day = isText(text) && DAY.test(text) && text >= "0001" ? new Date(text) : NaN
    return !Number.isNaN(Number(day)) && day.toISOString().startsWith(text)
  }

  /* The form of an object's key, of JSON Schema; true of any, false of none. */
  const formOf = (key, { properties = {}, patternProperties, additionalProperties = true }) => {
    if (Object.hasOwn(properties, key)) return properties[key]
    if (!patternProperties) return additionalProperties
    const pattern = Object.keys(patternProperties).find((one) => new RegExp(one, "u").test(key))
    return pattern ? patternProperties[pattern] : false
  }

  const fitsObject = (value, form) =>
    isObject(value) &&
    (form.required ?? []).every((key) => key in value) &&
    Object.entries(value).every(([key, one]) => fits(one, formOf(key, form)))

  const FITS = {
    null: (value) => value === null,
    integer: Number.isInteger,
    string: (value, { pattern }) => isText(value) && (!pattern || new RegExp(pattern, "u").test(value)),
    object: fitsObject,
  }

  /* True of a value of this form: as much of JSON Schema as a closing line is declared in. */
  const fits = (value, form) => {
    if (typeof form === "boolean") return form
    return form.anyOf ? form.anyOf.some((one) => fits(value, one)) : FITS[form.type](value, form)
  }

  const areFacts = (said) =>
    fits(said, CLOSING) &&
    Object.values(said.quarters ?? {}).every((counts) => COUNTS.every((name) => name in counts))

  const keysIn = (value) =>
    typeof value !== "object" || value === null
      ? 0
      : Object.values(value).reduce((sum, one) => sum + keysIn(one), Array.isArray(value) ? 0 : Object.keys(value).length)

  /* True of JSON without blanks, each text in its own form, no key twice; numbers in any. */
  const isPlain = (row, value) => {
    const tokens = row.match(TOKEN) || []
    const isForm = (token) => (token[0] === '"' ? JSON.stringify(JSON.parse(token)) === token : !/\s/.test(token))
    const keys = tokens.filter((token, place) => token[0] === '"' && tokens[place + 1]?.startsWith(":"))
    return tokens.every(isForm) && keys.length === keysIn(value)
  }

  const has = (line, ...keys) => Object.keys(line).join() === keys.join()
  const isPair = (pair) => Array.isArray(pair) && pair.length === 2 && pair.every(isText)
  const areChanges = (changed) => isMap(changed, isText, isPair) && Object.keys(changed).length > 0

  const isRecordLine = (line) =>
    isText(line.record) && line.record !== "" && isText(line.digest) && line.digest !== "" &&
    (has(line, "edition", "on", "event", "record", "digest") ||
      (has(line, "edition", "on", "event", "record", "digest", "changed") && areChanges(line.changed)))

  const isClosing = (line) => has(line, "edition", "on", "event", "facts") && areFacts(line.facts)

  const isLine = (row, line) =>
    isObject(line) && isText(line.edition) && EDITION.test(line.edition) && isDay(line.on) && EVENTS.includes(line.event) &&
    (line.event === CLOSED ? isClosing(line) : isRecordLine(line)) &&
    isPlain(row, line)

  /* A line's values; null when it is none. */
  window.ckVerify.parseLine = (row) => {
    try {
      const line = JSON.parse(row)
      return isLine(row, line) ? line : null
    } catch {
      return null
    }
  }
})()
