import { describe, expect, it } from "vitest";
import { isDataUrl, readDataUrl } from "../../../lib/send/images/read-data-url.ts";
import { dataUrl, noPictures, pictures, png } from "./pictures.ts";

const reasonOf = (text: string, maxBytes?: number): string | undefined => {
  const read = readDataUrl(text, maxBytes);
  return read.kind === "no-media" ? read.reason : undefined;
};

describe("a picture", () => {
  it.each(Object.entries(pictures))("%s", (type, bytes) =>
    expect(readDataUrl(dataUrl(bytes, type))).toEqual({ kind: "image", bytes, type }),
  );

  it.each([
    ["in capitals", `DATA:IMAGE/PNG;BASE64,${png.toString("base64")}`],
    ["with a parameter", `data:image/png;name=a.png;base64,${png.toString("base64")}`],
    ["in lines", `data:image/png;base64,\n${png.toString("base64").replaceAll(/.{4}/g, "$&\r\n")}`],
    ["without padding", dataUrl(Buffer.concat([png, Buffer.from("x")])).replaceAll("=", "")],
    ["called another kind", dataUrl(png, "image/svg+xml")],
  ])("%s, told by its bytes", (_, text) => {
    expect(isDataUrl(text)).toBe(true);
    expect(readDataUrl(text)).toMatchObject({ kind: "image", type: "image/png" });
  });

  it("of the largest size", () => expect(readDataUrl(dataUrl(png), png.length)).toMatchObject({ kind: "image" }));
});

describe("what is refused, with the reason", () => {
  it.each([
    ["data:text/html;base64,PGI+", "the data: URL is no image"],
    [dataUrl(png, "text/html"), "the data: URL is no image"],
    [dataUrl(png, ""), "the data: URL is no image"],
    ["data:image/png", "the data: URL is no image"],
    ["data:,", "the data: URL is no image"],
    ["", "the data: URL is no image"],
    ["data:image/svg+xml,<svg/>", "the data: URL is not base64"],
    ["data:image/png;base64;x=y,iVBORw0KGgo=", "the data: URL is not base64"],
    ["data:image/png;base64,iVBORw0KGgo%3D", "the data: URL is not base64"],
    ["data:image/png;base64,iVBO=Rw0KGgo", "the data: URL is not base64"],
    ["data:image/png;base64,iVBORw0KGgo===", "the data: URL is not base64"],
    ...Object.values(noPictures).map((bytes) => [dataUrl(bytes), "not a PNG, JPEG, GIF or WebP"]),
  ])("%s", (text, reason) => expect(reasonOf(text)).toBe(reason));

  it("one byte too many", () => expect(reasonOf(dataUrl(png), png.length - 1)).toBe("the image is too large"));

  it("far too many, without decoding them", () =>
    expect(reasonOf(`data:image/png;base64,${"!".repeat(3_000)}`, 100)).toBe("the image is too large"));
});
