/* The prompter: scrolls each row past the reading line in the seconds it takes to read.
   Space runs and stops, up and down change the pace, left and right go by item, Escape leaves.
   Where motion is unwelcome the page does not glide: it jumps to the next item when it is due. */
(() => {
  const root = document.documentElement
  const part = name => document.querySelector(`[data-pr="${name}"]`)
  const bar = document.querySelector(".pr-bar")
  const rows = [...document.querySelectorAll(".pr-row")]
  const starts = [0]
  rows.forEach(row => starts.push(starts.at(-1) + Number(row.dataset.seconds)))
  const total = starts.at(-1)
  const still = matchMedia("(prefers-reduced-motion: reduce)")
  let running = false, pace = 1, clock = 0, last = 0, frame = 0, awake = null

  const on = () => root.classList.contains("pr-on")
  const time = seconds => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`
  const place = () => Math.max(0, Math.min(rows.length - 1, starts.findLastIndex(start => start <= clock + .001)))
  const line = () => innerHeight * .38

  function show() {
    const now = place()
    const row = rows[now].getBoundingClientRect()
    const share = still.matches ? 0 : Math.min(1, (clock - starts[now]) / (starts[now + 1] - starts[now] || 1))
    scrollTo({ top: scrollY + row.top + row.height * share - line(), behavior: "instant" })
    rows.forEach((other, i) => other.classList.toggle("pr-now", i === now))
    part("clock").value = `${time(clock)} / ${time(total)}`
    part("rate").value = `${Math.round(pace * 100)}%`
  }

  /* Scrolled by hand while it stands still: go on from there. */
  function follow() {
    const now = Math.max(0, rows.findLastIndex(row => row.getBoundingClientRect().top <= line()))
    const { top, height } = rows[now].getBoundingClientRect()
    const share = Math.max(0, Math.min(1, (line() - top) / (height || 1)))
    clock = starts[now] + share * (starts[now + 1] - starts[now])
    part("clock").value = `${time(clock)} / ${time(total)}`
  }

  function step(moment) {
    if (!running) return
    clock = Math.min(total, clock + Math.min(1, (moment - last) / 1000) * pace)
    last = moment
    show()
    if (clock < total) frame = requestAnimationFrame(step)
    else run(false)
  }

  function run(go) {
    running = go
    cancelAnimationFrame(frame)
    part("toggle").textContent = go ? "Dừng" : "Chạy"
    part("toggle").setAttribute("aria-pressed", String(go))
    if (!go) return
    if (clock >= total) clock = 0
    last = performance.now()
    frame = requestAnimationFrame(step)
  }

  function jump(by) {
    clock = starts[Math.max(0, Math.min(rows.length - 1, place() + by))]
    show()
  }

  function change(by) {
    pace = Math.max(.5, Math.min(2, Math.round((pace + by) * 20) / 20))
    show()
  }

  async function enter() {
    root.classList.add("pr-on")
    bar.hidden = false
    clock = 0
    show()
    document.querySelector(".pr-script").focus({ preventScroll: true })
    try {
      await root.requestFullscreen?.()
      awake = await navigator.wakeLock?.request("screen")
    } catch { /* The page works in its window too. */ }
    show()
  }

  function leave() {
    if (!on()) return
    run(false)
    root.classList.remove("pr-on")
    bar.hidden = true
    awake?.release().catch(() => {})
    awake = null
    if (document.fullscreenElement) document.exitFullscreen().catch(() => {})
    scrollTo({ top: 0, behavior: "instant" })
    part("start").focus()
  }

  const keys = {
    " ": () => run(!running),
    ArrowUp: () => change(.05),
    ArrowDown: () => change(-.05),
    ArrowLeft: () => jump(-1),
    ArrowRight: () => jump(1),
    Home: () => { clock = 0; show() },
    Escape: leave,
  }
  addEventListener("keydown", event => {
    const act = on() && keys[event.key]
    if (!act || event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === " " && event.target.closest?.("button:not([data-pr=toggle])")) return
    event.preventDefault()
    if (!event.repeat || event.key !== " ") act()
  })
  addEventListener("keyup", event => on() && event.key === " " && event.preventDefault())
  for (const hand of ["wheel", "touchmove"]) {
    addEventListener(hand, () => on() && !running && requestAnimationFrame(follow), { passive: true })
  }
  document.addEventListener("fullscreenchange", () => document.fullscreenElement ? show() : leave())
  addEventListener("resize", () => on() && show())
  part("start").addEventListener("click", enter)
  part("toggle").addEventListener("click", () => run(!running))
  part("slower").addEventListener("click", () => change(-.05))
  part("faster").addEventListener("click", () => change(.05))
  part("leave").addEventListener("click", leave)
  document.querySelector(".pr-start").hidden = false
})()
