import FlyingFox
import Foundation
import MotionReport

extension HTTPResponse {
  private static let studioHeaders: HTTPHeaders = [
    .cacheControl: "no-store", HTTPHeader("Referrer-Policy"): "no-referrer",
    HTTPHeader("X-Content-Type-Options"): "nosniff", HTTPHeader("X-Frame-Options"): "DENY",
    HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
    HTTPHeader("Cross-Origin-Opener-Policy"): "same-origin",
    HTTPHeader("Content-Security-Policy"):
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
      + "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  ]

  /// A part of the page.
  static func part(_ bytes: [UInt8], type: String) -> HTTPResponse {
    response(.ok, type: type, Data(bytes))
  }

  /// What was asked for.
  static func json(_ json: JSON, _ status: HTTPStatusCode = .ok) -> HTTPResponse {
    response(status, type: "application/json", Data(json.rendered.utf8))
  }

  /// Why it cannot be had, for a person.
  static func failure(_ status: HTTPStatusCode, _ message: String) -> HTTPResponse {
    json(["error": .string(message)], status)
  }

  /// Where it is instead.
  static func redirect(to place: String) -> HTTPResponse {
    var response = response(.permanentRedirect, type: "text/plain", Data())
    response.headers[HTTPHeader("Location")] = place
    return response
  }

  private static func response(
    _ status: HTTPStatusCode, type: String, _ body: Data
  ) -> HTTPResponse {
    var headers = studioHeaders
    headers[.contentType] = type + (type.hasPrefix("image") ? "" : "; charset=utf-8")
    return HTTPResponse(statusCode: status, headers: headers, body: body)
  }
}
