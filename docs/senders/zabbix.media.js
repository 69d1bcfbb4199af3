// The script of zabbix.media.yaml, a media type for Zabbix 6.0 and later: it posts what Zabbix' macros say of an event, each by
// its parameter's name, to a route of the source "zabbix". These parameters are its own:
var settings = ["relay_url", "relay_secret", "HTTPProxy"];

// A macro without a value stays as it was written, or is *UNKNOWN*.
function isSaid(text) {
  return text.replace(/\{[$#]?[A-Z0-9._]+\}|\*UNKNOWN\*/g, "").trim() !== "";
}

function textOf(params, name) {
  var text = String(params[name] === undefined ? "" : params[name]).trim();
  return isSaid(text) ? text : "";
}

var params = JSON.parse(value);
var url = textOf(params, "relay_url");
var secret = textOf(params, "relay_secret");
var proxy = textOf(params, "HTTPProxy");
var body = {};

if (!/^https?:\/\//.test(url)) {
  throw "relay_url is no address: put the route's address into “Send to” of the user's media";
}

Object.keys(params).forEach(function (name) {
  var text = textOf(params, name);
  if (settings.indexOf(name) < 0 && text !== "") {
    body[name] = text.slice(0, 4000);
  }
});

// In the dialog “Test” no macro has a value.
if (!body.event_source && !body.alert_subject && !body.alert_message) {
  body.test = "1";
}

var request = new HttpRequest();
if (proxy !== "") {
  request.setProxy(proxy);
}
request.addHeader("Content-Type: application/json");
if (secret !== "") {
  request.addHeader("Authorization: Bearer " + secret);
}

var answer = request.post(url, JSON.stringify(body));
var status = request.getStatus();
Zabbix.log(4, "[ QQ relay ] answered " + status);
if (status < 200 || status > 299) {
  throw "the relay answered " + status + ": " + answer;
}
return "OK";
