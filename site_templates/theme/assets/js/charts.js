/* A chart as PNG, drawn on a canvas from the drawing in the page: nothing is loaded, so it works
   from a folder and under a strict policy, and the letters are the site's own. Always wide, always
   light, always with its finding, its source and, for sample data, the ribbon. */
(() => {
  const WIDTH = 960, MARGIN = 32, SCALE = 2

  const wrap = (pen, text, width) => {
    const lines = [""]
    for (const word of text.trim().split(/[ \n]+/)) {
      const longer = `${lines.at(-1)} ${word}`.trim()
      if (lines.at(-1) && pen.measureText(longer).width > width) lines.push(word)
      else lines[lines.length - 1] = longer
    }
    return lines
  }

  /* The wide drawing laid out off the screen, on light paper, at the width of the picture. */
  const layOut = figure => {
    const desk = document.createElement("div")
    desk.className = "ck-png-desk md-typeset"
    desk.setAttribute("data-md-color-scheme", "congkhai")
    const copy = document.createElement("figure")
    copy.className = "ck-chart"
    copy.append(figure.querySelector(".ck-svg--wide, .ck-svg--any").cloneNode(true))
    desk.append(copy)
    document.body.append(desk)
    return desk
  }

  const value = (node, name) => node[name].baseVal.value
  const shapes = {
    line: node => {
      const path = new Path2D()
      path.moveTo(value(node, "x1"), value(node, "y1"))
      path.lineTo(value(node, "x2"), value(node, "y2"))
      return path
    },
    rect: node => {
      const path = new Path2D()
      path.rect(value(node, "x"), value(node, "y"), value(node, "width"), value(node, "height"))
      return path
    },
    circle: node => {
      const path = new Path2D()
      path.arc(value(node, "cx"), value(node, "cy"), value(node, "r"), 0, 2 * Math.PI)
      return path
    },
    path: node => new Path2D(node.getAttribute("d")),
  }

  const hatch = (pen, path, node, look) => {
    const box = node.getBBox()
    pen.save()
    pen.clip(path)
    pen.fillStyle = look.getPropertyValue("--ck-lacquer")
    pen.fillRect(box.x, box.y, box.width, box.height)
    pen.strokeStyle = look.getPropertyValue("--ck-paper")
    pen.lineWidth = 2.2
    for (let x = box.x - box.height; x < box.x + box.width; x += 10) {
      pen.beginPath()
      pen.moveTo(x, box.y + box.height)
      pen.lineTo(x + box.height, box.y)
      pen.stroke()
    }
    pen.restore()
  }

  const text = (pen, node, look) => {
    const at = name => node[name].baseVal.length ? node[name].baseVal.getItem(0).value : 0
    pen.font = `${look.fontWeight} ${look.fontSize} ${look.fontFamily}`
    pen.textAlign = { middle: "center", end: "right" }[look.textAnchor] ?? "left"
    if (look.stroke !== "none") {
      pen.lineJoin = "round"
      pen.strokeText(node.textContent, at("x"), at("y"))
    }
    pen.fillText(node.textContent, at("x"), at("y"))
  }

  const draw = (pen, node, root) => {
    const look = getComputedStyle(node)
    const [a, b] = [node.getScreenCTM(), root.getScreenCTM().inverse()]
    const place = b.multiply(a)
    pen.save()
    pen.transform(place.a, place.b, place.c, place.d, place.e, place.f)
    pen.globalAlpha = Number(look.opacity)
    pen.fillStyle = look.fill
    pen.strokeStyle = look.stroke
    pen.lineWidth = parseFloat(look.strokeWidth)
    pen.lineCap = look.strokeLinecap
    pen.setLineDash(look.strokeDasharray === "none" ? [] : look.strokeDasharray.split(",").map(parseFloat))
    if (node.localName === "text") text(pen, node, look)
    else {
      const path = shapes[node.localName](node)
      if (node.getAttribute("fill")?.startsWith("url(")) hatch(pen, path, node, look)
      else if (look.fill !== "none" && node.localName !== "line") pen.fill(path)
      if (look.stroke !== "none") pen.stroke(path)
    }
    pen.restore()
  }

  const picture = figure => {
    const desk = layOut(figure)
    const drawing = desk.querySelector("svg")
    const look = getComputedStyle(desk)
    const colour = name => look.getPropertyValue(name)
    const font = (weight, size) => `${weight} ${size}px ${getComputedStyle(drawing).fontFamily}`
    const canvas = document.createElement("canvas")
    const pen = canvas.getContext("2d")
    const inner = WIDTH - 2 * MARGIN
    pen.font = font(600, 22)
    const finding = wrap(pen, document.getElementById(`${figure.id}-h`).firstChild.textContent, inner)
    pen.font = font(400, 14)
    const note = wrap(pen, figure.querySelector("figcaption").textContent, inner)
    const source = wrap(pen, figure.dataset.ckSource, inner)
    const sample = "ckSample" in figure.dataset
    const top = (sample ? 30 : 0) + 24
    const chartTop = top + finding.length * 30 + note.length * 20 + 18
    const height = chartTop + drawing.getBoundingClientRect().height + source.length * 20 + 34
    canvas.width = WIDTH * SCALE
    canvas.height = Math.round(height * SCALE)
    pen.scale(SCALE, SCALE)
    pen.fillStyle = colour("--ck-paper")
    pen.fillRect(0, 0, WIDTH, height)
    const lines = (words, weight, size, step, y, name) => {
      pen.font = font(weight, size)
      pen.fillStyle = colour(name)
      words.forEach((line, place) => pen.fillText(line, MARGIN, y + place * step))
    }
    lines(finding, 600, 22, 30, top + 22, "--ck-ink")
    lines(note, 400, 14, 20, top + finding.length * 30 + 14, "--ck-muted")
    lines(source, 400, 13, 20, height - source.length * 20 + 2, "--ck-muted")
    if (sample) {
      pen.fillStyle = colour("--ck-ribbon")
      pen.fillRect(0, 0, WIDTH, 30)
      pen.textAlign = "center"
      pen.font = font(600, 14)
      pen.fillStyle = colour("--ck-on-ribbon")
      pen.fillText(window.ckFacts.sample, WIDTH / 2, 20)
      pen.textAlign = "left"
    }
    pen.translate(MARGIN, chartTop)
    const parts = drawing.querySelectorAll("line, rect, circle, path, text")
    for (const node of parts) if (!node.closest("defs")) draw(pen, node, drawing)
    desk.remove()
    return canvas
  }

  const save = (canvas, name) => canvas.toBlob(blob => {
    const link = document.createElement("a")
    link.href = URL.createObjectURL(blob)
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60000)
  }, "image/png")

  for (const button of document.querySelectorAll("[data-ck-png]")) {
    button.hidden = false
    button.addEventListener("click", async () => {
      await document.fonts.ready
      save(picture(button.closest("figure")), button.dataset.ckPng)
    })
  }
  /* Browsers lend the clipboard to secure pages only; elsewhere the code is selected and copied. */
  const copy = async code => {
    if (navigator.clipboard) return navigator.clipboard.writeText(code.textContent)
    getSelection().selectAllChildren(code)
    if (!document.execCommand("copy")) throw new Error("copy")
  }

  for (const code of document.querySelectorAll("[data-ck-embed]")) {
    const address = new URL(code.dataset.ckEmbed, location.href).href
    if (location.protocol !== "file:") code.textContent = code.textContent.replace(/src="[^"]*"/, `src="${address}"`)
    const button = Object.assign(document.createElement("button"),
      { type: "button", className: "ck-plain", textContent: "Chép đoạn mã" })
    button.addEventListener("click", () => copy(code).then(
      () => { button.textContent = "Đã chép" }, () => { button.textContent = "Chưa chép được, hãy chọn rồi chép" }))
    button.setAttribute("aria-live", "polite")
    code.parentNode.before(button)
  }
})()
