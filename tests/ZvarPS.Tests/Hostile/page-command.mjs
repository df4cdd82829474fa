// Prints the command that a page copies for the view it opens with: the page's own scripts on its own data, without a
// browser to draw in.
import { readFileSync } from "node:fs";

const html = readFileSync(process.argv[2], "utf8");
const [, scripts] = /<script>\n"use strict";\n(.*?)<\/script>/s.exec(html);

// Of the document there are the elements that hold data.
globalThis.document = {
  getElementById: id => ({ textContent: new RegExp(`id="${id}">(.*?)</script>`, "s").exec(html)[1] }),
};

// Where the page would load what draws its figures, it ends.
process.on("unhandledRejection", () => {});
const run = `
  ${scripts}
  return objects.get(0).then(first => {
    object = first;
    state = startingState(first, 0, kind);
    return thisCommand();
  });`;
process.stdout.write(await new Function(run)());
