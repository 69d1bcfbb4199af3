import { expect, it } from "vitest";
import { multipart } from "../../lib/send/multipart.ts";
import { pictures, png } from "./images/pictures.ts";

it("is laid out as browsers do, objects as JSON, the picture last", () => {
  const fields = { content: 'a\r\n"b" 很好', msg_id: "M1", markdown: { content: "# x" }, none: undefined };
  const { type, body } = multipart(fields, { bytes: png, type: "image/png" }, "BOUNDARY");
  expect(type).toBe("multipart/form-data; boundary=BOUNDARY");
  const expected = [
    "--BOUNDARY",
    'content-disposition: form-data; name="content"',
    "",
    'a\r\n"b" 很好',
    "--BOUNDARY",
    'content-disposition: form-data; name="msg_id"',
    "",
    "M1",
    "--BOUNDARY",
    'content-disposition: form-data; name="markdown"',
    "",
    '{"content":"# x"}',
    "--BOUNDARY",
    'content-disposition: form-data; name="file_image"; filename="image.png"',
    "content-type: image/png",
    "",
    "PICTURE",
    "--BOUNDARY--",
    "",
  ].join("\r\n");
  const [before = "", after = ""] = expected.split("PICTURE");
  expect(Buffer.from(body)).toEqual(Buffer.concat([Buffer.from(before), png, Buffer.from(after)]));
});

it("is read back as it was by another's reader, under a boundary of its own each time", async () => {
  const image = { bytes: pictures["image/webp"], type: "image/webp" } as const;
  const [one, other] = [multipart({ content: "--" }, image), multipart({}, image)];
  expect(one.type).not.toBe(other.type);
  const form = await new Response(Buffer.from(one.body), { headers: { "content-type": one.type } }).formData();
  expect([...form.keys()]).toEqual(["content", "file_image"]);
  expect(form.get("content")).toBe("--");
  const file = form.get("file_image");
  if (!(file instanceof File)) throw new Error("file_image is no file");
  expect([file.name, file.type]).toEqual(["image.webp", "image/webp"]);
  expect(Buffer.from(await file.arrayBuffer())).toEqual(image.bytes);
});
