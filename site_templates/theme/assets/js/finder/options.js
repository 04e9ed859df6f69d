/* What the list of procedures shows: groups by field, each name with what was typed marked in it,
   and the everyday words by which it was found. */
window.ckFinderParts.optionsOf = (items, typed, pick) => {
  const { make } = window.ckFinderParts
  const fold = window.ckFold
  const words = typed.split(/\s+/).filter(Boolean)

  /* Where in a text the typed words stand: all of them together, else each by itself. */
  const places = text => {
    const folded = fold(text)
    if (!typed || folded.length !== text.length) return []
    const found = []
    for (const word of folded.includes(typed) ? [typed] : words)
      for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) found.push([at, at + word.length])
    return found.sort(([one], [other]) => one - other)
  }

  const marked = text => {
    const nodes = []
    let told = 0
    for (const [first, end] of places(text)) {
      if (end <= told) continue
      nodes.push(text.slice(told, Math.max(first, told)), make("b", "", text.slice(Math.max(first, told), end)))
      told = end
    }
    return [...nodes, text.slice(told)]
  }

  /* What people call it, where the name alone does not hold all that was typed. */
  const called = item => {
    if (words.every(word => fold(item.name).includes(word))) return []
    const phrases = item.also.split(", ").filter(phrase => places(phrase).length)
    const whole = phrases.filter(phrase => fold(phrase).includes(typed))
    const [first] = whole.length ? whole : phrases
    return first ? [make("span", "ck-meta", "còn gọi: ", ...marked(first))] : []
  }

  const option = item => {
    const node = make("div", "", make("span", "", ...marked(item.name)), ...called(item))
    node.setAttribute("role", "option")
    node.setAttribute("aria-selected", "false")
    node.addEventListener("mousedown", event => event.preventDefault())
    node.addEventListener("click", () => pick(item))
    return node
  }

  const group = ([field, some], place) => {
    const name = make("div", "ck-finder__field", ...marked(field))
    name.id = `ck-tt-nhom-${place}`
    name.setAttribute("role", "presentation")
    const node = make("div", "", name, ...some.map(option))
    node.setAttribute("role", "group")
    node.setAttribute("aria-labelledby", name.id)
    return node
  }

  /* A group stands where its first item does, so that what is asked for most stays first. */
  const fields = new Map()
  for (const item of items) fields.set(item.field, [...(fields.get(item.field) || []), item])
  const groups = [...fields].map(group)
  const options = groups.flatMap(node => [...node.querySelectorAll("[role=option]")])
  options.forEach((node, place) => { node.id = `ck-tt-${place}` })
  return { groups, options, items: [...fields.values()].flat() }
}
