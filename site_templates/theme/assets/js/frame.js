/* Tells the page that frames a chart how tall it is, and again when something in it is opened. */
new ResizeObserver(() => {
  if (parent !== window) parent.postMessage({ ckHeight: document.documentElement.offsetHeight }, "*")
}).observe(document.documentElement)
