// Runs in a page before anything else: notes each message that the kernel sends to a display, and each height its cell then has.
window.watched = { frames: [], heights: [] };

// One message of the protocol v1.kernel.websocket.jupyter.org: the number of offsets, the offsets, then channel, header, parent, metadata, content.
function parts(buffer) {
  const view = new DataView(buffer), count = Number(view.getBigUint64(0, true));
  const offsets = Array.from({ length: count }, (_, i) => Number(view.getBigUint64(8 * (i + 1), true)));
  return offsets.slice(0, -1).map((from, i) => new TextDecoder().decode(new Uint8Array(buffer, from, offsets[i + 1] - from)));
}

window.WebSocket = class extends window.WebSocket {
  constructor(...address) {
    super(...address);
    this.addEventListener("message", event => {
      if (!(event.data instanceof ArrayBuffer)) return;
      const [, header, , , content] = parts(event.data);
      const kind = JSON.parse(header).msg_type;
      if (kind === "display_data" || kind === "update_display_data") {
        const data = JSON.parse(content).data;
        watched.frames.push({ time: performance.now(), kind, bytes: content.length, text: data["text/plain"], html: data["text/html"] || "" });
      }
    });
  }
};

function measure() {
  const running = [...document.querySelectorAll(".jp-CodeCell")].find(cell => cell.querySelector(".jp-InputPrompt")?.textContent.includes("*"));
  const area = running?.querySelector(".jp-OutputArea");
  if (area) {
    const height = area.getBoundingClientRect().height, last = watched.heights.at(-1);
    if (!last || last.height !== height) watched.heights.push({ time: performance.now(), height, text: area.innerText });
  }
  requestAnimationFrame(measure);
}
requestAnimationFrame(measure);
