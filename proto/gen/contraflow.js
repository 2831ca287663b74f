/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError, $TypeError = $util.global.TypeError, $String = $util.global.String, $Array = $util.global.Array, $Number = $util.global.Number, $parseInt = $util.global.parseInt, $isFinite = $util.global.isFinite, $BigInt = $util.global.BigInt, $Boolean = $util.global.Boolean;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const contraflow = $root.contraflow = (() => {

    /**
     * Namespace contraflow.
     * @exports contraflow
     * @namespace
     */
    const contraflow = {};

    contraflow.v1 = (function() {

        /**
         * Namespace v1.
         * @memberof contraflow
         * @namespace
         */
        const v1 = {};

        v1.EvacuationRequest = (function() {

            /**
             * Properties of an EvacuationRequest.
             * @typedef {Object} contraflow.v1.EvacuationRequest.$Properties
             * @property {string} [evacuationId] EvacuationRequest evacuationId
             * @property {string} [hostId] EvacuationRequest hostId
             * @property {Array.<string>} [destinationHostIds] EvacuationRequest destinationHostIds
             * @property {string} [policy] EvacuationRequest policy
             * @property {number|null} [deadlineSeconds] EvacuationRequest deadlineSeconds
             * @property {number|Long|null} [requestTimeUnixMilliseconds] EvacuationRequest requestTimeUnixMilliseconds
             * @property {string|null} [requestedBy] EvacuationRequest requestedBy
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvacuationRequest.
             * @memberof contraflow.v1
             * @interface IEvacuationRequest
             * @augments contraflow.v1.EvacuationRequest.$Properties
             * @deprecated Use contraflow.v1.EvacuationRequest.$Properties instead.
             */

            /**
             * Shape of an EvacuationRequest.
             * @typedef {contraflow.v1.EvacuationRequest.$Properties} contraflow.v1.EvacuationRequest.$Shape
             */

            /**
             * Constructs a new EvacuationRequest.
             * @memberof contraflow.v1
             * @classdesc Represents an EvacuationRequest.
             * @constructor
             * @param {contraflow.v1.EvacuationRequest.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvacuationRequest = function (properties) {
                this.destinationHostIds = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvacuationRequest evacuationId.
             * @member {string} evacuationId
             * @memberof contraflow.v1.EvacuationRequest
             * @instance
             */
            EvacuationRequest.prototype.evacuationId = "";

            /**
             * EvacuationRequest hostId.
             * @member {string} hostId
             * @memberof contraflow.v1.EvacuationRequest
             * @instance
             */
            EvacuationRequest.prototype.hostId = "";

            /**
             * EvacuationRequest destinationHostIds.
             * @member {Array.<string>} destinationHostIds
             * @memberof contraflow.v1.EvacuationRequest
             * @instance
             */
            EvacuationRequest.prototype.destinationHostIds = $util.emptyArray;

            /**
             * EvacuationRequest policy.
             * @member {string} policy
             * @memberof contraflow.v1.EvacuationRequest
             * @instance
             */
            EvacuationRequest.prototype.policy = "";

            /**
             * EvacuationRequest deadlineSeconds.
             * @member {number|null} deadlineSeconds
             * @memberof contraflow.v1.EvacuationRequest
             * @instance
             */
            EvacuationRequest.prototype.deadlineSeconds = null;

            /**
             * EvacuationRequest requestTimeUnixMilliseconds.
             * @member {number|Long|null} requestTimeUnixMilliseconds
             * @memberof contraflow.v1.EvacuationRequest
             * @instance
             */
            EvacuationRequest.prototype.requestTimeUnixMilliseconds = null;

            /**
             * EvacuationRequest requestedBy.
             * @member {string|null} requestedBy
             * @memberof contraflow.v1.EvacuationRequest
             * @instance
             */
            EvacuationRequest.prototype.requestedBy = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationRequest.prototype, "_deadlineSeconds", {
                get: $util.oneOfGetter($oneOfFields = ["deadlineSeconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationRequest.prototype, "_requestTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["requestTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationRequest.prototype, "_requestedBy", {
                get: $util.oneOfGetter($oneOfFields = ["requestedBy"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new EvacuationRequest instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.EvacuationRequest
             * @static
             * @param {contraflow.v1.EvacuationRequest.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.EvacuationRequest} EvacuationRequest instance
             * @type {{
             *   (properties: contraflow.v1.EvacuationRequest.$Shape): contraflow.v1.EvacuationRequest & contraflow.v1.EvacuationRequest.$Shape;
             *   (properties?: contraflow.v1.EvacuationRequest.$Properties): contraflow.v1.EvacuationRequest;
             * }}
             */
            EvacuationRequest.create = function(properties) {
                return new EvacuationRequest(properties);
            };

            /**
             * Encodes the specified EvacuationRequest message. Does not implicitly {@link contraflow.v1.EvacuationRequest.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.EvacuationRequest
             * @static
             * @param {contraflow.v1.EvacuationRequest.$Properties} message EvacuationRequest message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvacuationRequest.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId") && message.evacuationId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.evacuationId);
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId") && message.hostId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.hostId);
                if (message.destinationHostIds != null && message.destinationHostIds.length)
                    for (let i = 0; i < message.destinationHostIds.length; ++i)
                        writer.uint32(/* id 3, wireType 2 =*/26).string(message.destinationHostIds[i]);
                if (message.policy != null && $Object.hasOwnProperty.call(message, "policy") && message.policy !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.policy);
                if (message.deadlineSeconds != null && $Object.hasOwnProperty.call(message, "deadlineSeconds"))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.deadlineSeconds);
                if (message.requestTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "requestTimeUnixMilliseconds"))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.requestTimeUnixMilliseconds);
                if (message.requestedBy != null && $Object.hasOwnProperty.call(message, "requestedBy"))
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.requestedBy);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvacuationRequest message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.EvacuationRequest
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationRequest & contraflow.v1.EvacuationRequest.$Shape} EvacuationRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvacuationRequest.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.EvacuationRequest();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.evacuationId = value;
                            else
                                delete message.evacuationId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hostId = value;
                            else
                                delete message.hostId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.destinationHostIds && message.destinationHostIds.length))
                                message.destinationHostIds = [];
                            message.destinationHostIds.push(reader.stringVerify());
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.policy = value;
                            else
                                delete message.policy;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            message.deadlineSeconds = reader.double();
                            message._deadlineSeconds = "deadlineSeconds";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.requestTimeUnixMilliseconds = reader.uint64();
                            message._requestTimeUnixMilliseconds = "requestTimeUnixMilliseconds";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.requestedBy = reader.stringVerify();
                            message._requestedBy = "requestedBy";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvacuationRequest message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.EvacuationRequest
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.EvacuationRequest} EvacuationRequest
             */
            EvacuationRequest.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.EvacuationRequest)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.EvacuationRequest: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.EvacuationRequest();
                if (object.evacuationId != null)
                    if (typeof object.evacuationId !== "string" || object.evacuationId.length)
                        message.evacuationId = $String(object.evacuationId);
                if (object.hostId != null)
                    if (typeof object.hostId !== "string" || object.hostId.length)
                        message.hostId = $String(object.hostId);
                if (object.destinationHostIds) {
                    if (!$Array.isArray(object.destinationHostIds))
                        throw $TypeError(".contraflow.v1.EvacuationRequest.destinationHostIds: array expected");
                    message.destinationHostIds = $Array(object.destinationHostIds.length);
                    for (let i = 0; i < object.destinationHostIds.length; ++i)
                        message.destinationHostIds[i] = $String(object.destinationHostIds[i]);
                }
                if (object.policy != null)
                    if (typeof object.policy !== "string" || object.policy.length)
                        message.policy = $String(object.policy);
                if (object.deadlineSeconds != null)
                    message.deadlineSeconds = $Number(object.deadlineSeconds);
                if (object.requestTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.requestTimeUnixMilliseconds = $util.Long.fromValue(object.requestTimeUnixMilliseconds, true);
                    else if (typeof object.requestTimeUnixMilliseconds === "string")
                        message.requestTimeUnixMilliseconds = $parseInt(object.requestTimeUnixMilliseconds, 10);
                    else if (typeof object.requestTimeUnixMilliseconds === "number")
                        message.requestTimeUnixMilliseconds = object.requestTimeUnixMilliseconds;
                    else if (typeof object.requestTimeUnixMilliseconds === "object")
                        message.requestTimeUnixMilliseconds = new $util.LongBits(object.requestTimeUnixMilliseconds.low >>> 0, object.requestTimeUnixMilliseconds.high >>> 0).toNumber(true);
                if (object.requestedBy != null)
                    message.requestedBy = $String(object.requestedBy);
                return message;
            };

            /**
             * Creates a plain object from an EvacuationRequest message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.EvacuationRequest
             * @static
             * @param {contraflow.v1.EvacuationRequest} message EvacuationRequest
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvacuationRequest.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.destinationHostIds = [];
                if (options.defaults) {
                    object.evacuationId = "";
                    object.hostId = "";
                    object.policy = "";
                }
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId"))
                    object.evacuationId = message.evacuationId;
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId"))
                    object.hostId = message.hostId;
                if (message.destinationHostIds && message.destinationHostIds.length) {
                    object.destinationHostIds = $Array(message.destinationHostIds.length);
                    for (let j = 0; j < message.destinationHostIds.length; ++j)
                        object.destinationHostIds[j] = message.destinationHostIds[j];
                }
                if (message.policy != null && $Object.hasOwnProperty.call(message, "policy"))
                    object.policy = message.policy;
                if (message.deadlineSeconds != null && $Object.hasOwnProperty.call(message, "deadlineSeconds"))
                    object.deadlineSeconds = options.json && !$isFinite(message.deadlineSeconds) ? $String(message.deadlineSeconds) : message.deadlineSeconds;
                if (message.requestTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "requestTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.requestTimeUnixMilliseconds = typeof message.requestTimeUnixMilliseconds === "number" ? $BigInt(message.requestTimeUnixMilliseconds) : $util.Long.fromBits(message.requestTimeUnixMilliseconds.low >>> 0, message.requestTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.requestTimeUnixMilliseconds === "number")
                        object.requestTimeUnixMilliseconds = options.longs === $String ? $String(message.requestTimeUnixMilliseconds) : message.requestTimeUnixMilliseconds;
                    else
                        object.requestTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.requestTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.requestTimeUnixMilliseconds.low >>> 0, message.requestTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.requestTimeUnixMilliseconds;
                if (message.requestedBy != null && $Object.hasOwnProperty.call(message, "requestedBy"))
                    object.requestedBy = message.requestedBy;
                return object;
            };

            /**
             * Converts this EvacuationRequest to JSON.
             * @function toJSON
             * @memberof contraflow.v1.EvacuationRequest
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvacuationRequest.prototype.toJSON = function() {
                return EvacuationRequest.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EvacuationRequest;
        })();

        v1.CancelEvacuation = (function() {

            /**
             * Properties of a CancelEvacuation.
             * @typedef {Object} contraflow.v1.CancelEvacuation.$Properties
             * @property {string} [evacuationId] CancelEvacuation evacuationId
             * @property {string|null} [reason] CancelEvacuation reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a CancelEvacuation.
             * @memberof contraflow.v1
             * @interface ICancelEvacuation
             * @augments contraflow.v1.CancelEvacuation.$Properties
             * @deprecated Use contraflow.v1.CancelEvacuation.$Properties instead.
             */

            /**
             * Shape of a CancelEvacuation.
             * @typedef {contraflow.v1.CancelEvacuation.$Properties} contraflow.v1.CancelEvacuation.$Shape
             */

            /**
             * Constructs a new CancelEvacuation.
             * @memberof contraflow.v1
             * @classdesc Represents a CancelEvacuation.
             * @constructor
             * @param {contraflow.v1.CancelEvacuation.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const CancelEvacuation = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * CancelEvacuation evacuationId.
             * @member {string} evacuationId
             * @memberof contraflow.v1.CancelEvacuation
             * @instance
             */
            CancelEvacuation.prototype.evacuationId = "";

            /**
             * CancelEvacuation reason.
             * @member {string|null} reason
             * @memberof contraflow.v1.CancelEvacuation
             * @instance
             */
            CancelEvacuation.prototype.reason = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(CancelEvacuation.prototype, "_reason", {
                get: $util.oneOfGetter($oneOfFields = ["reason"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new CancelEvacuation instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.CancelEvacuation
             * @static
             * @param {contraflow.v1.CancelEvacuation.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.CancelEvacuation} CancelEvacuation instance
             * @type {{
             *   (properties: contraflow.v1.CancelEvacuation.$Shape): contraflow.v1.CancelEvacuation & contraflow.v1.CancelEvacuation.$Shape;
             *   (properties?: contraflow.v1.CancelEvacuation.$Properties): contraflow.v1.CancelEvacuation;
             * }}
             */
            CancelEvacuation.create = function(properties) {
                return new CancelEvacuation(properties);
            };

            /**
             * Encodes the specified CancelEvacuation message. Does not implicitly {@link contraflow.v1.CancelEvacuation.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.CancelEvacuation
             * @static
             * @param {contraflow.v1.CancelEvacuation.$Properties} message CancelEvacuation message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            CancelEvacuation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId") && message.evacuationId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.evacuationId);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a CancelEvacuation message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.CancelEvacuation
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.CancelEvacuation & contraflow.v1.CancelEvacuation.$Shape} CancelEvacuation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            CancelEvacuation.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.CancelEvacuation();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.evacuationId = value;
                            else
                                delete message.evacuationId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.reason = reader.stringVerify();
                            message._reason = "reason";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a CancelEvacuation message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.CancelEvacuation
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.CancelEvacuation} CancelEvacuation
             */
            CancelEvacuation.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.CancelEvacuation)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.CancelEvacuation: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.CancelEvacuation();
                if (object.evacuationId != null)
                    if (typeof object.evacuationId !== "string" || object.evacuationId.length)
                        message.evacuationId = $String(object.evacuationId);
                if (object.reason != null)
                    message.reason = $String(object.reason);
                return message;
            };

            /**
             * Creates a plain object from a CancelEvacuation message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.CancelEvacuation
             * @static
             * @param {contraflow.v1.CancelEvacuation} message CancelEvacuation
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            CancelEvacuation.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.evacuationId = "";
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId"))
                    object.evacuationId = message.evacuationId;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            /**
             * Converts this CancelEvacuation to JSON.
             * @function toJSON
             * @memberof contraflow.v1.CancelEvacuation
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            CancelEvacuation.prototype.toJSON = function() {
                return CancelEvacuation.toObject(this, $protobuf.util.toJSONOptions);
            };

            return CancelEvacuation;
        })();

        v1.EvacuationPlanned = (function() {

            /**
             * Properties of an EvacuationPlanned.
             * @typedef {Object} contraflow.v1.EvacuationPlanned.$Properties
             * @property {contraflow.v1.EvacuationRequest.$Properties} [request] EvacuationPlanned request
             * @property {contraflow.v1.Plan.$Properties} [plan] EvacuationPlanned plan
             * @property {contraflow.v1.ClusterSnapshot.$Properties} [snapshot] EvacuationPlanned snapshot
             * @property {number|Long|null} [eventTimeUnixMilliseconds] EvacuationPlanned eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvacuationPlanned.
             * @memberof contraflow.v1
             * @interface IEvacuationPlanned
             * @augments contraflow.v1.EvacuationPlanned.$Properties
             * @deprecated Use contraflow.v1.EvacuationPlanned.$Properties instead.
             */

            /**
             * Shape of an EvacuationPlanned.
             * @typedef {contraflow.v1.EvacuationPlanned.$Properties} contraflow.v1.EvacuationPlanned.$Shape
             */

            /**
             * Constructs a new EvacuationPlanned.
             * @memberof contraflow.v1
             * @classdesc Represents an EvacuationPlanned.
             * @constructor
             * @param {contraflow.v1.EvacuationPlanned.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvacuationPlanned = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvacuationPlanned request.
             * @member {contraflow.v1.EvacuationRequest} request
             * @memberof contraflow.v1.EvacuationPlanned
             * @instance
             */
            EvacuationPlanned.prototype.request = null;

            /**
             * EvacuationPlanned plan.
             * @member {contraflow.v1.Plan} plan
             * @memberof contraflow.v1.EvacuationPlanned
             * @instance
             */
            EvacuationPlanned.prototype.plan = null;

            /**
             * EvacuationPlanned snapshot.
             * @member {contraflow.v1.ClusterSnapshot} snapshot
             * @memberof contraflow.v1.EvacuationPlanned
             * @instance
             */
            EvacuationPlanned.prototype.snapshot = null;

            /**
             * EvacuationPlanned eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.EvacuationPlanned
             * @instance
             */
            EvacuationPlanned.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationPlanned.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new EvacuationPlanned instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.EvacuationPlanned
             * @static
             * @param {contraflow.v1.EvacuationPlanned.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.EvacuationPlanned} EvacuationPlanned instance
             * @type {{
             *   (properties: contraflow.v1.EvacuationPlanned.$Shape): contraflow.v1.EvacuationPlanned & contraflow.v1.EvacuationPlanned.$Shape;
             *   (properties?: contraflow.v1.EvacuationPlanned.$Properties): contraflow.v1.EvacuationPlanned;
             * }}
             */
            EvacuationPlanned.create = function(properties) {
                return new EvacuationPlanned(properties);
            };

            /**
             * Encodes the specified EvacuationPlanned message. Does not implicitly {@link contraflow.v1.EvacuationPlanned.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.EvacuationPlanned
             * @static
             * @param {contraflow.v1.EvacuationPlanned.$Properties} message EvacuationPlanned message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvacuationPlanned.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                    $root.contraflow.v1.EvacuationRequest.encode(message.request, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    $root.contraflow.v1.Plan.encode(message.plan, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                    $root.contraflow.v1.ClusterSnapshot.encode(message.snapshot, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvacuationPlanned message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.EvacuationPlanned
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationPlanned & contraflow.v1.EvacuationPlanned.$Shape} EvacuationPlanned
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvacuationPlanned.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.EvacuationPlanned();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.request = $root.contraflow.v1.EvacuationRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.request);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.plan = $root.contraflow.v1.Plan.decode(reader, reader.size(), $undefined, _depth + 1, message.plan);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.snapshot = $root.contraflow.v1.ClusterSnapshot.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshot);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvacuationPlanned message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.EvacuationPlanned
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.EvacuationPlanned} EvacuationPlanned
             */
            EvacuationPlanned.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.EvacuationPlanned)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.EvacuationPlanned: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.EvacuationPlanned();
                if (object.request != null) {
                    if (!$util.isObject(object.request))
                        throw $TypeError(".contraflow.v1.EvacuationPlanned.request: object expected");
                    message.request = $root.contraflow.v1.EvacuationRequest.fromObject(object.request, _depth + 1);
                }
                if (object.plan != null) {
                    if (!$util.isObject(object.plan))
                        throw $TypeError(".contraflow.v1.EvacuationPlanned.plan: object expected");
                    message.plan = $root.contraflow.v1.Plan.fromObject(object.plan, _depth + 1);
                }
                if (object.snapshot != null) {
                    if (!$util.isObject(object.snapshot))
                        throw $TypeError(".contraflow.v1.EvacuationPlanned.snapshot: object expected");
                    message.snapshot = $root.contraflow.v1.ClusterSnapshot.fromObject(object.snapshot, _depth + 1);
                }
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from an EvacuationPlanned message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.EvacuationPlanned
             * @static
             * @param {contraflow.v1.EvacuationPlanned} message EvacuationPlanned
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvacuationPlanned.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.request = null;
                    object.plan = null;
                    object.snapshot = null;
                }
                if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                    object.request = $root.contraflow.v1.EvacuationRequest.toObject(message.request, options, _depth + 1);
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    object.plan = $root.contraflow.v1.Plan.toObject(message.plan, options, _depth + 1);
                if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                    object.snapshot = $root.contraflow.v1.ClusterSnapshot.toObject(message.snapshot, options, _depth + 1);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this EvacuationPlanned to JSON.
             * @function toJSON
             * @memberof contraflow.v1.EvacuationPlanned
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvacuationPlanned.prototype.toJSON = function() {
                return EvacuationPlanned.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EvacuationPlanned;
        })();

        v1.EvacuationRejected = (function() {

            /**
             * Properties of an EvacuationRejected.
             * @typedef {Object} contraflow.v1.EvacuationRejected.$Properties
             * @property {contraflow.v1.EvacuationRequest.$Properties} [request] EvacuationRejected request
             * @property {string} [code] EvacuationRejected code
             * @property {string} [message] EvacuationRejected message
             * @property {Array.<contraflow.v1.UnplacedVm.$Properties>} [unplaced] EvacuationRejected unplaced
             * @property {number|Long|null} [eventTimeUnixMilliseconds] EvacuationRejected eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvacuationRejected.
             * @memberof contraflow.v1
             * @interface IEvacuationRejected
             * @augments contraflow.v1.EvacuationRejected.$Properties
             * @deprecated Use contraflow.v1.EvacuationRejected.$Properties instead.
             */

            /**
             * Shape of an EvacuationRejected.
             * @typedef {contraflow.v1.EvacuationRejected.$Properties} contraflow.v1.EvacuationRejected.$Shape
             */

            /**
             * Constructs a new EvacuationRejected.
             * @memberof contraflow.v1
             * @classdesc Represents an EvacuationRejected.
             * @constructor
             * @param {contraflow.v1.EvacuationRejected.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvacuationRejected = function (properties) {
                this.unplaced = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvacuationRejected request.
             * @member {contraflow.v1.EvacuationRequest} request
             * @memberof contraflow.v1.EvacuationRejected
             * @instance
             */
            EvacuationRejected.prototype.request = null;

            /**
             * EvacuationRejected code.
             * @member {string} code
             * @memberof contraflow.v1.EvacuationRejected
             * @instance
             */
            EvacuationRejected.prototype.code = "";

            /**
             * EvacuationRejected message.
             * @member {string} message
             * @memberof contraflow.v1.EvacuationRejected
             * @instance
             */
            EvacuationRejected.prototype.message = "";

            /**
             * EvacuationRejected unplaced.
             * @member {Array.<contraflow.v1.UnplacedVm>} unplaced
             * @memberof contraflow.v1.EvacuationRejected
             * @instance
             */
            EvacuationRejected.prototype.unplaced = $util.emptyArray;

            /**
             * EvacuationRejected eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.EvacuationRejected
             * @instance
             */
            EvacuationRejected.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationRejected.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new EvacuationRejected instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.EvacuationRejected
             * @static
             * @param {contraflow.v1.EvacuationRejected.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.EvacuationRejected} EvacuationRejected instance
             * @type {{
             *   (properties: contraflow.v1.EvacuationRejected.$Shape): contraflow.v1.EvacuationRejected & contraflow.v1.EvacuationRejected.$Shape;
             *   (properties?: contraflow.v1.EvacuationRejected.$Properties): contraflow.v1.EvacuationRejected;
             * }}
             */
            EvacuationRejected.create = function(properties) {
                return new EvacuationRejected(properties);
            };

            /**
             * Encodes the specified EvacuationRejected message. Does not implicitly {@link contraflow.v1.EvacuationRejected.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.EvacuationRejected
             * @static
             * @param {contraflow.v1.EvacuationRejected.$Properties} message EvacuationRejected message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvacuationRejected.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                    $root.contraflow.v1.EvacuationRequest.encode(message.request, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.message);
                if (message.unplaced != null && message.unplaced.length)
                    for (let i = 0; i < message.unplaced.length; ++i)
                        $root.contraflow.v1.UnplacedVm.encode(message.unplaced[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvacuationRejected message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.EvacuationRejected
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationRejected & contraflow.v1.EvacuationRejected.$Shape} EvacuationRejected
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvacuationRejected.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.EvacuationRejected();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.request = $root.contraflow.v1.EvacuationRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.request);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if (!(message.unplaced && message.unplaced.length))
                                message.unplaced = [];
                            message.unplaced.push($root.contraflow.v1.UnplacedVm.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvacuationRejected message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.EvacuationRejected
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.EvacuationRejected} EvacuationRejected
             */
            EvacuationRejected.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.EvacuationRejected)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.EvacuationRejected: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.EvacuationRejected();
                if (object.request != null) {
                    if (!$util.isObject(object.request))
                        throw $TypeError(".contraflow.v1.EvacuationRejected.request: object expected");
                    message.request = $root.contraflow.v1.EvacuationRequest.fromObject(object.request, _depth + 1);
                }
                if (object.code != null)
                    if (typeof object.code !== "string" || object.code.length)
                        message.code = $String(object.code);
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                if (object.unplaced) {
                    if (!$Array.isArray(object.unplaced))
                        throw $TypeError(".contraflow.v1.EvacuationRejected.unplaced: array expected");
                    message.unplaced = $Array(object.unplaced.length);
                    for (let i = 0; i < object.unplaced.length; ++i) {
                        if (!$util.isObject(object.unplaced[i]))
                            throw $TypeError(".contraflow.v1.EvacuationRejected.unplaced: object expected");
                        message.unplaced[i] = $root.contraflow.v1.UnplacedVm.fromObject(object.unplaced[i], _depth + 1);
                    }
                }
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from an EvacuationRejected message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.EvacuationRejected
             * @static
             * @param {contraflow.v1.EvacuationRejected} message EvacuationRejected
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvacuationRejected.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.unplaced = [];
                if (options.defaults) {
                    object.request = null;
                    object.code = "";
                    object.message = "";
                }
                if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                    object.request = $root.contraflow.v1.EvacuationRequest.toObject(message.request, options, _depth + 1);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = message.code;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                if (message.unplaced && message.unplaced.length) {
                    object.unplaced = $Array(message.unplaced.length);
                    for (let j = 0; j < message.unplaced.length; ++j)
                        object.unplaced[j] = $root.contraflow.v1.UnplacedVm.toObject(message.unplaced[j], options, _depth + 1);
                }
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this EvacuationRejected to JSON.
             * @function toJSON
             * @memberof contraflow.v1.EvacuationRejected
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvacuationRejected.prototype.toJSON = function() {
                return EvacuationRejected.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EvacuationRejected;
        })();

        v1.EvacuationReplanned = (function() {

            /**
             * Properties of an EvacuationReplanned.
             * @typedef {Object} contraflow.v1.EvacuationReplanned.$Properties
             * @property {string} [evacuationId] EvacuationReplanned evacuationId
             * @property {contraflow.v1.Plan.$Properties} [plan] EvacuationReplanned plan
             * @property {string} [reason] EvacuationReplanned reason
             * @property {number|Long|null} [eventTimeUnixMilliseconds] EvacuationReplanned eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvacuationReplanned.
             * @memberof contraflow.v1
             * @interface IEvacuationReplanned
             * @augments contraflow.v1.EvacuationReplanned.$Properties
             * @deprecated Use contraflow.v1.EvacuationReplanned.$Properties instead.
             */

            /**
             * Shape of an EvacuationReplanned.
             * @typedef {contraflow.v1.EvacuationReplanned.$Properties} contraflow.v1.EvacuationReplanned.$Shape
             */

            /**
             * Constructs a new EvacuationReplanned.
             * @memberof contraflow.v1
             * @classdesc Represents an EvacuationReplanned.
             * @constructor
             * @param {contraflow.v1.EvacuationReplanned.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvacuationReplanned = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvacuationReplanned evacuationId.
             * @member {string} evacuationId
             * @memberof contraflow.v1.EvacuationReplanned
             * @instance
             */
            EvacuationReplanned.prototype.evacuationId = "";

            /**
             * EvacuationReplanned plan.
             * @member {contraflow.v1.Plan} plan
             * @memberof contraflow.v1.EvacuationReplanned
             * @instance
             */
            EvacuationReplanned.prototype.plan = null;

            /**
             * EvacuationReplanned reason.
             * @member {string} reason
             * @memberof contraflow.v1.EvacuationReplanned
             * @instance
             */
            EvacuationReplanned.prototype.reason = "";

            /**
             * EvacuationReplanned eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.EvacuationReplanned
             * @instance
             */
            EvacuationReplanned.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationReplanned.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new EvacuationReplanned instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.EvacuationReplanned
             * @static
             * @param {contraflow.v1.EvacuationReplanned.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.EvacuationReplanned} EvacuationReplanned instance
             * @type {{
             *   (properties: contraflow.v1.EvacuationReplanned.$Shape): contraflow.v1.EvacuationReplanned & contraflow.v1.EvacuationReplanned.$Shape;
             *   (properties?: contraflow.v1.EvacuationReplanned.$Properties): contraflow.v1.EvacuationReplanned;
             * }}
             */
            EvacuationReplanned.create = function(properties) {
                return new EvacuationReplanned(properties);
            };

            /**
             * Encodes the specified EvacuationReplanned message. Does not implicitly {@link contraflow.v1.EvacuationReplanned.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.EvacuationReplanned
             * @static
             * @param {contraflow.v1.EvacuationReplanned.$Properties} message EvacuationReplanned message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvacuationReplanned.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId") && message.evacuationId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.evacuationId);
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    $root.contraflow.v1.Plan.encode(message.plan, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvacuationReplanned message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.EvacuationReplanned
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationReplanned & contraflow.v1.EvacuationReplanned.$Shape} EvacuationReplanned
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvacuationReplanned.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.EvacuationReplanned();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.evacuationId = value;
                            else
                                delete message.evacuationId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.plan = $root.contraflow.v1.Plan.decode(reader, reader.size(), $undefined, _depth + 1, message.plan);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvacuationReplanned message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.EvacuationReplanned
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.EvacuationReplanned} EvacuationReplanned
             */
            EvacuationReplanned.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.EvacuationReplanned)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.EvacuationReplanned: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.EvacuationReplanned();
                if (object.evacuationId != null)
                    if (typeof object.evacuationId !== "string" || object.evacuationId.length)
                        message.evacuationId = $String(object.evacuationId);
                if (object.plan != null) {
                    if (!$util.isObject(object.plan))
                        throw $TypeError(".contraflow.v1.EvacuationReplanned.plan: object expected");
                    message.plan = $root.contraflow.v1.Plan.fromObject(object.plan, _depth + 1);
                }
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from an EvacuationReplanned message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.EvacuationReplanned
             * @static
             * @param {contraflow.v1.EvacuationReplanned} message EvacuationReplanned
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvacuationReplanned.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.evacuationId = "";
                    object.plan = null;
                    object.reason = "";
                }
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId"))
                    object.evacuationId = message.evacuationId;
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    object.plan = $root.contraflow.v1.Plan.toObject(message.plan, options, _depth + 1);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this EvacuationReplanned to JSON.
             * @function toJSON
             * @memberof contraflow.v1.EvacuationReplanned
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvacuationReplanned.prototype.toJSON = function() {
                return EvacuationReplanned.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EvacuationReplanned;
        })();

        v1.EvacuationCompleted = (function() {

            /**
             * Properties of an EvacuationCompleted.
             * @typedef {Object} contraflow.v1.EvacuationCompleted.$Properties
             * @property {string} [evacuationId] EvacuationCompleted evacuationId
             * @property {contraflow.v1.EvacuationReport.$Properties} [report] EvacuationCompleted report
             * @property {number|Long|null} [eventTimeUnixMilliseconds] EvacuationCompleted eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvacuationCompleted.
             * @memberof contraflow.v1
             * @interface IEvacuationCompleted
             * @augments contraflow.v1.EvacuationCompleted.$Properties
             * @deprecated Use contraflow.v1.EvacuationCompleted.$Properties instead.
             */

            /**
             * Shape of an EvacuationCompleted.
             * @typedef {contraflow.v1.EvacuationCompleted.$Properties} contraflow.v1.EvacuationCompleted.$Shape
             */

            /**
             * Constructs a new EvacuationCompleted.
             * @memberof contraflow.v1
             * @classdesc Represents an EvacuationCompleted.
             * @constructor
             * @param {contraflow.v1.EvacuationCompleted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvacuationCompleted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvacuationCompleted evacuationId.
             * @member {string} evacuationId
             * @memberof contraflow.v1.EvacuationCompleted
             * @instance
             */
            EvacuationCompleted.prototype.evacuationId = "";

            /**
             * EvacuationCompleted report.
             * @member {contraflow.v1.EvacuationReport} report
             * @memberof contraflow.v1.EvacuationCompleted
             * @instance
             */
            EvacuationCompleted.prototype.report = null;

            /**
             * EvacuationCompleted eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.EvacuationCompleted
             * @instance
             */
            EvacuationCompleted.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationCompleted.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new EvacuationCompleted instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.EvacuationCompleted
             * @static
             * @param {contraflow.v1.EvacuationCompleted.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.EvacuationCompleted} EvacuationCompleted instance
             * @type {{
             *   (properties: contraflow.v1.EvacuationCompleted.$Shape): contraflow.v1.EvacuationCompleted & contraflow.v1.EvacuationCompleted.$Shape;
             *   (properties?: contraflow.v1.EvacuationCompleted.$Properties): contraflow.v1.EvacuationCompleted;
             * }}
             */
            EvacuationCompleted.create = function(properties) {
                return new EvacuationCompleted(properties);
            };

            /**
             * Encodes the specified EvacuationCompleted message. Does not implicitly {@link contraflow.v1.EvacuationCompleted.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.EvacuationCompleted
             * @static
             * @param {contraflow.v1.EvacuationCompleted.$Properties} message EvacuationCompleted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvacuationCompleted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId") && message.evacuationId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.evacuationId);
                if (message.report != null && $Object.hasOwnProperty.call(message, "report"))
                    $root.contraflow.v1.EvacuationReport.encode(message.report, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvacuationCompleted message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.EvacuationCompleted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationCompleted & contraflow.v1.EvacuationCompleted.$Shape} EvacuationCompleted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvacuationCompleted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.EvacuationCompleted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.evacuationId = value;
                            else
                                delete message.evacuationId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.report = $root.contraflow.v1.EvacuationReport.decode(reader, reader.size(), $undefined, _depth + 1, message.report);
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvacuationCompleted message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.EvacuationCompleted
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.EvacuationCompleted} EvacuationCompleted
             */
            EvacuationCompleted.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.EvacuationCompleted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.EvacuationCompleted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.EvacuationCompleted();
                if (object.evacuationId != null)
                    if (typeof object.evacuationId !== "string" || object.evacuationId.length)
                        message.evacuationId = $String(object.evacuationId);
                if (object.report != null) {
                    if (!$util.isObject(object.report))
                        throw $TypeError(".contraflow.v1.EvacuationCompleted.report: object expected");
                    message.report = $root.contraflow.v1.EvacuationReport.fromObject(object.report, _depth + 1);
                }
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from an EvacuationCompleted message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.EvacuationCompleted
             * @static
             * @param {contraflow.v1.EvacuationCompleted} message EvacuationCompleted
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvacuationCompleted.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.evacuationId = "";
                    object.report = null;
                }
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId"))
                    object.evacuationId = message.evacuationId;
                if (message.report != null && $Object.hasOwnProperty.call(message, "report"))
                    object.report = $root.contraflow.v1.EvacuationReport.toObject(message.report, options, _depth + 1);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this EvacuationCompleted to JSON.
             * @function toJSON
             * @memberof contraflow.v1.EvacuationCompleted
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvacuationCompleted.prototype.toJSON = function() {
                return EvacuationCompleted.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EvacuationCompleted;
        })();

        v1.EvacuationFailed = (function() {

            /**
             * Properties of an EvacuationFailed.
             * @typedef {Object} contraflow.v1.EvacuationFailed.$Properties
             * @property {string} [evacuationId] EvacuationFailed evacuationId
             * @property {string} [message] EvacuationFailed message
             * @property {contraflow.v1.EvacuationReport.$Properties} [report] EvacuationFailed report
             * @property {number|Long|null} [eventTimeUnixMilliseconds] EvacuationFailed eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvacuationFailed.
             * @memberof contraflow.v1
             * @interface IEvacuationFailed
             * @augments contraflow.v1.EvacuationFailed.$Properties
             * @deprecated Use contraflow.v1.EvacuationFailed.$Properties instead.
             */

            /**
             * Shape of an EvacuationFailed.
             * @typedef {contraflow.v1.EvacuationFailed.$Properties} contraflow.v1.EvacuationFailed.$Shape
             */

            /**
             * Constructs a new EvacuationFailed.
             * @memberof contraflow.v1
             * @classdesc Represents an EvacuationFailed.
             * @constructor
             * @param {contraflow.v1.EvacuationFailed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvacuationFailed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvacuationFailed evacuationId.
             * @member {string} evacuationId
             * @memberof contraflow.v1.EvacuationFailed
             * @instance
             */
            EvacuationFailed.prototype.evacuationId = "";

            /**
             * EvacuationFailed message.
             * @member {string} message
             * @memberof contraflow.v1.EvacuationFailed
             * @instance
             */
            EvacuationFailed.prototype.message = "";

            /**
             * EvacuationFailed report.
             * @member {contraflow.v1.EvacuationReport} report
             * @memberof contraflow.v1.EvacuationFailed
             * @instance
             */
            EvacuationFailed.prototype.report = null;

            /**
             * EvacuationFailed eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.EvacuationFailed
             * @instance
             */
            EvacuationFailed.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationFailed.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new EvacuationFailed instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.EvacuationFailed
             * @static
             * @param {contraflow.v1.EvacuationFailed.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.EvacuationFailed} EvacuationFailed instance
             * @type {{
             *   (properties: contraflow.v1.EvacuationFailed.$Shape): contraflow.v1.EvacuationFailed & contraflow.v1.EvacuationFailed.$Shape;
             *   (properties?: contraflow.v1.EvacuationFailed.$Properties): contraflow.v1.EvacuationFailed;
             * }}
             */
            EvacuationFailed.create = function(properties) {
                return new EvacuationFailed(properties);
            };

            /**
             * Encodes the specified EvacuationFailed message. Does not implicitly {@link contraflow.v1.EvacuationFailed.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.EvacuationFailed
             * @static
             * @param {contraflow.v1.EvacuationFailed.$Properties} message EvacuationFailed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvacuationFailed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId") && message.evacuationId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.evacuationId);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.report != null && $Object.hasOwnProperty.call(message, "report"))
                    $root.contraflow.v1.EvacuationReport.encode(message.report, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvacuationFailed message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.EvacuationFailed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationFailed & contraflow.v1.EvacuationFailed.$Shape} EvacuationFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvacuationFailed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.EvacuationFailed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.evacuationId = value;
                            else
                                delete message.evacuationId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.report = $root.contraflow.v1.EvacuationReport.decode(reader, reader.size(), $undefined, _depth + 1, message.report);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvacuationFailed message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.EvacuationFailed
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.EvacuationFailed} EvacuationFailed
             */
            EvacuationFailed.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.EvacuationFailed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.EvacuationFailed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.EvacuationFailed();
                if (object.evacuationId != null)
                    if (typeof object.evacuationId !== "string" || object.evacuationId.length)
                        message.evacuationId = $String(object.evacuationId);
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                if (object.report != null) {
                    if (!$util.isObject(object.report))
                        throw $TypeError(".contraflow.v1.EvacuationFailed.report: object expected");
                    message.report = $root.contraflow.v1.EvacuationReport.fromObject(object.report, _depth + 1);
                }
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from an EvacuationFailed message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.EvacuationFailed
             * @static
             * @param {contraflow.v1.EvacuationFailed} message EvacuationFailed
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvacuationFailed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.evacuationId = "";
                    object.message = "";
                    object.report = null;
                }
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId"))
                    object.evacuationId = message.evacuationId;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                if (message.report != null && $Object.hasOwnProperty.call(message, "report"))
                    object.report = $root.contraflow.v1.EvacuationReport.toObject(message.report, options, _depth + 1);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this EvacuationFailed to JSON.
             * @function toJSON
             * @memberof contraflow.v1.EvacuationFailed
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvacuationFailed.prototype.toJSON = function() {
                return EvacuationFailed.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EvacuationFailed;
        })();

        v1.EvacuationCancelled = (function() {

            /**
             * Properties of an EvacuationCancelled.
             * @typedef {Object} contraflow.v1.EvacuationCancelled.$Properties
             * @property {string} [evacuationId] EvacuationCancelled evacuationId
             * @property {string} [message] EvacuationCancelled message
             * @property {contraflow.v1.EvacuationReport.$Properties} [report] EvacuationCancelled report
             * @property {number|Long|null} [eventTimeUnixMilliseconds] EvacuationCancelled eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvacuationCancelled.
             * @memberof contraflow.v1
             * @interface IEvacuationCancelled
             * @augments contraflow.v1.EvacuationCancelled.$Properties
             * @deprecated Use contraflow.v1.EvacuationCancelled.$Properties instead.
             */

            /**
             * Shape of an EvacuationCancelled.
             * @typedef {contraflow.v1.EvacuationCancelled.$Properties} contraflow.v1.EvacuationCancelled.$Shape
             */

            /**
             * Constructs a new EvacuationCancelled.
             * @memberof contraflow.v1
             * @classdesc Represents an EvacuationCancelled.
             * @constructor
             * @param {contraflow.v1.EvacuationCancelled.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvacuationCancelled = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvacuationCancelled evacuationId.
             * @member {string} evacuationId
             * @memberof contraflow.v1.EvacuationCancelled
             * @instance
             */
            EvacuationCancelled.prototype.evacuationId = "";

            /**
             * EvacuationCancelled message.
             * @member {string} message
             * @memberof contraflow.v1.EvacuationCancelled
             * @instance
             */
            EvacuationCancelled.prototype.message = "";

            /**
             * EvacuationCancelled report.
             * @member {contraflow.v1.EvacuationReport} report
             * @memberof contraflow.v1.EvacuationCancelled
             * @instance
             */
            EvacuationCancelled.prototype.report = null;

            /**
             * EvacuationCancelled eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.EvacuationCancelled
             * @instance
             */
            EvacuationCancelled.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationCancelled.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new EvacuationCancelled instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.EvacuationCancelled
             * @static
             * @param {contraflow.v1.EvacuationCancelled.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.EvacuationCancelled} EvacuationCancelled instance
             * @type {{
             *   (properties: contraflow.v1.EvacuationCancelled.$Shape): contraflow.v1.EvacuationCancelled & contraflow.v1.EvacuationCancelled.$Shape;
             *   (properties?: contraflow.v1.EvacuationCancelled.$Properties): contraflow.v1.EvacuationCancelled;
             * }}
             */
            EvacuationCancelled.create = function(properties) {
                return new EvacuationCancelled(properties);
            };

            /**
             * Encodes the specified EvacuationCancelled message. Does not implicitly {@link contraflow.v1.EvacuationCancelled.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.EvacuationCancelled
             * @static
             * @param {contraflow.v1.EvacuationCancelled.$Properties} message EvacuationCancelled message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvacuationCancelled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId") && message.evacuationId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.evacuationId);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
                if (message.report != null && $Object.hasOwnProperty.call(message, "report"))
                    $root.contraflow.v1.EvacuationReport.encode(message.report, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvacuationCancelled message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.EvacuationCancelled
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationCancelled & contraflow.v1.EvacuationCancelled.$Shape} EvacuationCancelled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvacuationCancelled.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.EvacuationCancelled();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.evacuationId = value;
                            else
                                delete message.evacuationId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.report = $root.contraflow.v1.EvacuationReport.decode(reader, reader.size(), $undefined, _depth + 1, message.report);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvacuationCancelled message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.EvacuationCancelled
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.EvacuationCancelled} EvacuationCancelled
             */
            EvacuationCancelled.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.EvacuationCancelled)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.EvacuationCancelled: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.EvacuationCancelled();
                if (object.evacuationId != null)
                    if (typeof object.evacuationId !== "string" || object.evacuationId.length)
                        message.evacuationId = $String(object.evacuationId);
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                if (object.report != null) {
                    if (!$util.isObject(object.report))
                        throw $TypeError(".contraflow.v1.EvacuationCancelled.report: object expected");
                    message.report = $root.contraflow.v1.EvacuationReport.fromObject(object.report, _depth + 1);
                }
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from an EvacuationCancelled message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.EvacuationCancelled
             * @static
             * @param {contraflow.v1.EvacuationCancelled} message EvacuationCancelled
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvacuationCancelled.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.evacuationId = "";
                    object.message = "";
                    object.report = null;
                }
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId"))
                    object.evacuationId = message.evacuationId;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                if (message.report != null && $Object.hasOwnProperty.call(message, "report"))
                    object.report = $root.contraflow.v1.EvacuationReport.toObject(message.report, options, _depth + 1);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this EvacuationCancelled to JSON.
             * @function toJSON
             * @memberof contraflow.v1.EvacuationCancelled
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvacuationCancelled.prototype.toJSON = function() {
                return EvacuationCancelled.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EvacuationCancelled;
        })();

        v1.EvacuationReport = (function() {

            /**
             * Properties of an EvacuationReport.
             * @typedef {Object} contraflow.v1.EvacuationReport.$Properties
             * @property {string} [hostId] EvacuationReport hostId
             * @property {string} [policy] EvacuationReport policy
             * @property {number|null} [totalMigrationSeconds] EvacuationReport totalMigrationSeconds
             * @property {number|Long|null} [transferredBytes] EvacuationReport transferredBytes
             * @property {contraflow.v1.Forecast.$Properties|null} [forecast] EvacuationReport forecast
             * @property {Array.<contraflow.v1.VmOutcome.$Properties>} [vms] EvacuationReport vms
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvacuationReport.
             * @memberof contraflow.v1
             * @interface IEvacuationReport
             * @augments contraflow.v1.EvacuationReport.$Properties
             * @deprecated Use contraflow.v1.EvacuationReport.$Properties instead.
             */

            /**
             * Shape of an EvacuationReport.
             * @typedef {contraflow.v1.EvacuationReport.$Properties} contraflow.v1.EvacuationReport.$Shape
             */

            /**
             * Constructs a new EvacuationReport.
             * @memberof contraflow.v1
             * @classdesc Represents an EvacuationReport.
             * @constructor
             * @param {contraflow.v1.EvacuationReport.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvacuationReport = function (properties) {
                this.vms = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvacuationReport hostId.
             * @member {string} hostId
             * @memberof contraflow.v1.EvacuationReport
             * @instance
             */
            EvacuationReport.prototype.hostId = "";

            /**
             * EvacuationReport policy.
             * @member {string} policy
             * @memberof contraflow.v1.EvacuationReport
             * @instance
             */
            EvacuationReport.prototype.policy = "";

            /**
             * EvacuationReport totalMigrationSeconds.
             * @member {number|null} totalMigrationSeconds
             * @memberof contraflow.v1.EvacuationReport
             * @instance
             */
            EvacuationReport.prototype.totalMigrationSeconds = null;

            /**
             * EvacuationReport transferredBytes.
             * @member {number|Long|null} transferredBytes
             * @memberof contraflow.v1.EvacuationReport
             * @instance
             */
            EvacuationReport.prototype.transferredBytes = null;

            /**
             * EvacuationReport forecast.
             * @member {contraflow.v1.Forecast|null} forecast
             * @memberof contraflow.v1.EvacuationReport
             * @instance
             */
            EvacuationReport.prototype.forecast = null;

            /**
             * EvacuationReport vms.
             * @member {Array.<contraflow.v1.VmOutcome>} vms
             * @memberof contraflow.v1.EvacuationReport
             * @instance
             */
            EvacuationReport.prototype.vms = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationReport.prototype, "_totalMigrationSeconds", {
                get: $util.oneOfGetter($oneOfFields = ["totalMigrationSeconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationReport.prototype, "_transferredBytes", {
                get: $util.oneOfGetter($oneOfFields = ["transferredBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationReport.prototype, "_forecast", {
                get: $util.oneOfGetter($oneOfFields = ["forecast"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new EvacuationReport instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.EvacuationReport
             * @static
             * @param {contraflow.v1.EvacuationReport.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.EvacuationReport} EvacuationReport instance
             * @type {{
             *   (properties: contraflow.v1.EvacuationReport.$Shape): contraflow.v1.EvacuationReport & contraflow.v1.EvacuationReport.$Shape;
             *   (properties?: contraflow.v1.EvacuationReport.$Properties): contraflow.v1.EvacuationReport;
             * }}
             */
            EvacuationReport.create = function(properties) {
                return new EvacuationReport(properties);
            };

            /**
             * Encodes the specified EvacuationReport message. Does not implicitly {@link contraflow.v1.EvacuationReport.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.EvacuationReport
             * @static
             * @param {contraflow.v1.EvacuationReport.$Properties} message EvacuationReport message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvacuationReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId") && message.hostId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.hostId);
                if (message.policy != null && $Object.hasOwnProperty.call(message, "policy") && message.policy !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.policy);
                if (message.totalMigrationSeconds != null && $Object.hasOwnProperty.call(message, "totalMigrationSeconds"))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.totalMigrationSeconds);
                if (message.transferredBytes != null && $Object.hasOwnProperty.call(message, "transferredBytes"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.transferredBytes);
                if (message.forecast != null && $Object.hasOwnProperty.call(message, "forecast"))
                    $root.contraflow.v1.Forecast.encode(message.forecast, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.vms != null && message.vms.length)
                    for (let i = 0; i < message.vms.length; ++i)
                        $root.contraflow.v1.VmOutcome.encode(message.vms[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvacuationReport message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.EvacuationReport
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationReport & contraflow.v1.EvacuationReport.$Shape} EvacuationReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvacuationReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.EvacuationReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hostId = value;
                            else
                                delete message.hostId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.policy = value;
                            else
                                delete message.policy;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            message.totalMigrationSeconds = reader.double();
                            message._totalMigrationSeconds = "totalMigrationSeconds";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.transferredBytes = reader.uint64();
                            message._transferredBytes = "transferredBytes";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.forecast = $root.contraflow.v1.Forecast.decode(reader, reader.size(), $undefined, _depth + 1, message.forecast);
                            message._forecast = "forecast";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.vms && message.vms.length))
                                message.vms = [];
                            message.vms.push($root.contraflow.v1.VmOutcome.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvacuationReport message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.EvacuationReport
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.EvacuationReport} EvacuationReport
             */
            EvacuationReport.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.EvacuationReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.EvacuationReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.EvacuationReport();
                if (object.hostId != null)
                    if (typeof object.hostId !== "string" || object.hostId.length)
                        message.hostId = $String(object.hostId);
                if (object.policy != null)
                    if (typeof object.policy !== "string" || object.policy.length)
                        message.policy = $String(object.policy);
                if (object.totalMigrationSeconds != null)
                    message.totalMigrationSeconds = $Number(object.totalMigrationSeconds);
                if (object.transferredBytes != null)
                    if ($util.Long)
                        message.transferredBytes = $util.Long.fromValue(object.transferredBytes, true);
                    else if (typeof object.transferredBytes === "string")
                        message.transferredBytes = $parseInt(object.transferredBytes, 10);
                    else if (typeof object.transferredBytes === "number")
                        message.transferredBytes = object.transferredBytes;
                    else if (typeof object.transferredBytes === "object")
                        message.transferredBytes = new $util.LongBits(object.transferredBytes.low >>> 0, object.transferredBytes.high >>> 0).toNumber(true);
                if (object.forecast != null) {
                    if (!$util.isObject(object.forecast))
                        throw $TypeError(".contraflow.v1.EvacuationReport.forecast: object expected");
                    message.forecast = $root.contraflow.v1.Forecast.fromObject(object.forecast, _depth + 1);
                }
                if (object.vms) {
                    if (!$Array.isArray(object.vms))
                        throw $TypeError(".contraflow.v1.EvacuationReport.vms: array expected");
                    message.vms = $Array(object.vms.length);
                    for (let i = 0; i < object.vms.length; ++i) {
                        if (!$util.isObject(object.vms[i]))
                            throw $TypeError(".contraflow.v1.EvacuationReport.vms: object expected");
                        message.vms[i] = $root.contraflow.v1.VmOutcome.fromObject(object.vms[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from an EvacuationReport message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.EvacuationReport
             * @static
             * @param {contraflow.v1.EvacuationReport} message EvacuationReport
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvacuationReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.vms = [];
                if (options.defaults) {
                    object.hostId = "";
                    object.policy = "";
                }
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId"))
                    object.hostId = message.hostId;
                if (message.policy != null && $Object.hasOwnProperty.call(message, "policy"))
                    object.policy = message.policy;
                if (message.totalMigrationSeconds != null && $Object.hasOwnProperty.call(message, "totalMigrationSeconds"))
                    object.totalMigrationSeconds = options.json && !$isFinite(message.totalMigrationSeconds) ? $String(message.totalMigrationSeconds) : message.totalMigrationSeconds;
                if (message.transferredBytes != null && $Object.hasOwnProperty.call(message, "transferredBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.transferredBytes = typeof message.transferredBytes === "number" ? $BigInt(message.transferredBytes) : $util.Long.fromBits(message.transferredBytes.low >>> 0, message.transferredBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.transferredBytes === "number")
                        object.transferredBytes = options.longs === $String ? $String(message.transferredBytes) : message.transferredBytes;
                    else
                        object.transferredBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.transferredBytes) : options.longs === $Number ? new $util.LongBits(message.transferredBytes.low >>> 0, message.transferredBytes.high >>> 0).toNumber(true) : message.transferredBytes;
                if (message.forecast != null && $Object.hasOwnProperty.call(message, "forecast"))
                    object.forecast = $root.contraflow.v1.Forecast.toObject(message.forecast, options, _depth + 1);
                if (message.vms && message.vms.length) {
                    object.vms = $Array(message.vms.length);
                    for (let j = 0; j < message.vms.length; ++j)
                        object.vms[j] = $root.contraflow.v1.VmOutcome.toObject(message.vms[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this EvacuationReport to JSON.
             * @function toJSON
             * @memberof contraflow.v1.EvacuationReport
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvacuationReport.prototype.toJSON = function() {
                return EvacuationReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EvacuationReport;
        })();

        v1.VmOutcome = (function() {

            /**
             * Properties of a VmOutcome.
             * @typedef {Object} contraflow.v1.VmOutcome.$Properties
             * @property {string} [vmId] VmOutcome vmId
             * @property {contraflow.v1.VmOutcome.Outcome} [outcome] VmOutcome outcome
             * @property {contraflow.v1.Technique|null} [technique] VmOutcome technique
             * @property {string|null} [destinationHostId] VmOutcome destinationHostId
             * @property {number|null} [totalSeconds] VmOutcome totalSeconds
             * @property {number|null} [downtimeSeconds] VmOutcome downtimeSeconds
             * @property {number|Long|null} [transferredBytes] VmOutcome transferredBytes
             * @property {string|null} [reason] VmOutcome reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a VmOutcome.
             * @memberof contraflow.v1
             * @interface IVmOutcome
             * @augments contraflow.v1.VmOutcome.$Properties
             * @deprecated Use contraflow.v1.VmOutcome.$Properties instead.
             */

            /**
             * Shape of a VmOutcome.
             * @typedef {contraflow.v1.VmOutcome.$Properties} contraflow.v1.VmOutcome.$Shape
             */

            /**
             * Constructs a new VmOutcome.
             * @memberof contraflow.v1
             * @classdesc Represents a VmOutcome.
             * @constructor
             * @param {contraflow.v1.VmOutcome.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const VmOutcome = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * VmOutcome vmId.
             * @member {string} vmId
             * @memberof contraflow.v1.VmOutcome
             * @instance
             */
            VmOutcome.prototype.vmId = "";

            /**
             * VmOutcome outcome.
             * @member {contraflow.v1.VmOutcome.Outcome} outcome
             * @memberof contraflow.v1.VmOutcome
             * @instance
             */
            VmOutcome.prototype.outcome = 0;

            /**
             * VmOutcome technique.
             * @member {contraflow.v1.Technique|null} technique
             * @memberof contraflow.v1.VmOutcome
             * @instance
             */
            VmOutcome.prototype.technique = null;

            /**
             * VmOutcome destinationHostId.
             * @member {string|null} destinationHostId
             * @memberof contraflow.v1.VmOutcome
             * @instance
             */
            VmOutcome.prototype.destinationHostId = null;

            /**
             * VmOutcome totalSeconds.
             * @member {number|null} totalSeconds
             * @memberof contraflow.v1.VmOutcome
             * @instance
             */
            VmOutcome.prototype.totalSeconds = null;

            /**
             * VmOutcome downtimeSeconds.
             * @member {number|null} downtimeSeconds
             * @memberof contraflow.v1.VmOutcome
             * @instance
             */
            VmOutcome.prototype.downtimeSeconds = null;

            /**
             * VmOutcome transferredBytes.
             * @member {number|Long|null} transferredBytes
             * @memberof contraflow.v1.VmOutcome
             * @instance
             */
            VmOutcome.prototype.transferredBytes = null;

            /**
             * VmOutcome reason.
             * @member {string|null} reason
             * @memberof contraflow.v1.VmOutcome
             * @instance
             */
            VmOutcome.prototype.reason = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmOutcome.prototype, "_technique", {
                get: $util.oneOfGetter($oneOfFields = ["technique"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmOutcome.prototype, "_destinationHostId", {
                get: $util.oneOfGetter($oneOfFields = ["destinationHostId"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmOutcome.prototype, "_totalSeconds", {
                get: $util.oneOfGetter($oneOfFields = ["totalSeconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmOutcome.prototype, "_downtimeSeconds", {
                get: $util.oneOfGetter($oneOfFields = ["downtimeSeconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmOutcome.prototype, "_transferredBytes", {
                get: $util.oneOfGetter($oneOfFields = ["transferredBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmOutcome.prototype, "_reason", {
                get: $util.oneOfGetter($oneOfFields = ["reason"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new VmOutcome instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.VmOutcome
             * @static
             * @param {contraflow.v1.VmOutcome.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.VmOutcome} VmOutcome instance
             * @type {{
             *   (properties: contraflow.v1.VmOutcome.$Shape): contraflow.v1.VmOutcome & contraflow.v1.VmOutcome.$Shape;
             *   (properties?: contraflow.v1.VmOutcome.$Properties): contraflow.v1.VmOutcome;
             * }}
             */
            VmOutcome.create = function(properties) {
                return new VmOutcome(properties);
            };

            /**
             * Encodes the specified VmOutcome message. Does not implicitly {@link contraflow.v1.VmOutcome.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.VmOutcome
             * @static
             * @param {contraflow.v1.VmOutcome.$Properties} message VmOutcome message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            VmOutcome.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId") && message.vmId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.vmId);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.outcome);
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique"))
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.technique);
                if (message.destinationHostId != null && $Object.hasOwnProperty.call(message, "destinationHostId"))
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.destinationHostId);
                if (message.totalSeconds != null && $Object.hasOwnProperty.call(message, "totalSeconds"))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.totalSeconds);
                if (message.downtimeSeconds != null && $Object.hasOwnProperty.call(message, "downtimeSeconds"))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.downtimeSeconds);
                if (message.transferredBytes != null && $Object.hasOwnProperty.call(message, "transferredBytes"))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.transferredBytes);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    writer.uint32(/* id 8, wireType 2 =*/66).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a VmOutcome message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.VmOutcome
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.VmOutcome & contraflow.v1.VmOutcome.$Shape} VmOutcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            VmOutcome.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.VmOutcome();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.vmId = value;
                            else
                                delete message.vmId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.technique = reader.int32();
                            message._technique = "technique";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.destinationHostId = reader.stringVerify();
                            message._destinationHostId = "destinationHostId";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            message.totalSeconds = reader.double();
                            message._totalSeconds = "totalSeconds";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            message.downtimeSeconds = reader.double();
                            message._downtimeSeconds = "downtimeSeconds";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.transferredBytes = reader.uint64();
                            message._transferredBytes = "transferredBytes";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            message.reason = reader.stringVerify();
                            message._reason = "reason";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a VmOutcome message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.VmOutcome
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.VmOutcome} VmOutcome
             */
            VmOutcome.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.VmOutcome)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.VmOutcome: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.VmOutcome();
                if (object.vmId != null)
                    if (typeof object.vmId !== "string" || object.vmId.length)
                        message.vmId = $String(object.vmId);
                if (object.outcome !== 0 && (typeof object.outcome !== "string" || $root.contraflow.v1.VmOutcome.Outcome[object.outcome] !== 0))
                    switch (object.outcome) {
                    case "OUTCOME_UNSPECIFIED":
                    case 0:
                        message.outcome = 0;
                        break;
                    case "COMPLETED":
                    case 1:
                        message.outcome = 1;
                        break;
                    case "FAILED":
                    case 2:
                        message.outcome = 2;
                        break;
                    case "CANCELLED":
                    case 3:
                        message.outcome = 3;
                        break;
                    case "NOT_STARTED":
                    case 4:
                        message.outcome = 4;
                        break;
                    case "UNPLACED":
                    case 5:
                        message.outcome = 5;
                        break;
                    case "RUNNING":
                    case 6:
                        message.outcome = 6;
                        break;
                    case "WAITING":
                    case 7:
                        message.outcome = 7;
                        break;
                    default:
                        if (typeof object.outcome === "number" && (object.outcome | 0) === object.outcome)
                            message.outcome = object.outcome;
                    }
                switch (object.technique) {
                case "TECHNIQUE_UNSPECIFIED":
                case 0:
                    message.technique = 0;
                    break;
                case "PRE_COPY":
                case 1:
                    message.technique = 1;
                    break;
                case "POST_COPY":
                case 2:
                    message.technique = 2;
                    break;
                case "HYBRID":
                case 3:
                    message.technique = 3;
                    break;
                default:
                    if (typeof object.technique === "number" && (object.technique | 0) === object.technique)
                        message.technique = object.technique;
                }
                if (object.destinationHostId != null)
                    message.destinationHostId = $String(object.destinationHostId);
                if (object.totalSeconds != null)
                    message.totalSeconds = $Number(object.totalSeconds);
                if (object.downtimeSeconds != null)
                    message.downtimeSeconds = $Number(object.downtimeSeconds);
                if (object.transferredBytes != null)
                    if ($util.Long)
                        message.transferredBytes = $util.Long.fromValue(object.transferredBytes, true);
                    else if (typeof object.transferredBytes === "string")
                        message.transferredBytes = $parseInt(object.transferredBytes, 10);
                    else if (typeof object.transferredBytes === "number")
                        message.transferredBytes = object.transferredBytes;
                    else if (typeof object.transferredBytes === "object")
                        message.transferredBytes = new $util.LongBits(object.transferredBytes.low >>> 0, object.transferredBytes.high >>> 0).toNumber(true);
                if (object.reason != null)
                    message.reason = $String(object.reason);
                return message;
            };

            /**
             * Creates a plain object from a VmOutcome message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.VmOutcome
             * @static
             * @param {contraflow.v1.VmOutcome} message VmOutcome
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            VmOutcome.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.vmId = "";
                    object.outcome = options.enums === $String ? "OUTCOME_UNSPECIFIED" : 0;
                }
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId"))
                    object.vmId = message.vmId;
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome"))
                    object.outcome = options.enums === $String ? $root.contraflow.v1.VmOutcome.Outcome[message.outcome] === $undefined ? message.outcome : $root.contraflow.v1.VmOutcome.Outcome[message.outcome] : message.outcome;
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique"))
                    object.technique = options.enums === $String ? $root.contraflow.v1.Technique[message.technique] === $undefined ? message.technique : $root.contraflow.v1.Technique[message.technique] : message.technique;
                if (message.destinationHostId != null && $Object.hasOwnProperty.call(message, "destinationHostId"))
                    object.destinationHostId = message.destinationHostId;
                if (message.totalSeconds != null && $Object.hasOwnProperty.call(message, "totalSeconds"))
                    object.totalSeconds = options.json && !$isFinite(message.totalSeconds) ? $String(message.totalSeconds) : message.totalSeconds;
                if (message.downtimeSeconds != null && $Object.hasOwnProperty.call(message, "downtimeSeconds"))
                    object.downtimeSeconds = options.json && !$isFinite(message.downtimeSeconds) ? $String(message.downtimeSeconds) : message.downtimeSeconds;
                if (message.transferredBytes != null && $Object.hasOwnProperty.call(message, "transferredBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.transferredBytes = typeof message.transferredBytes === "number" ? $BigInt(message.transferredBytes) : $util.Long.fromBits(message.transferredBytes.low >>> 0, message.transferredBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.transferredBytes === "number")
                        object.transferredBytes = options.longs === $String ? $String(message.transferredBytes) : message.transferredBytes;
                    else
                        object.transferredBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.transferredBytes) : options.longs === $Number ? new $util.LongBits(message.transferredBytes.low >>> 0, message.transferredBytes.high >>> 0).toNumber(true) : message.transferredBytes;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            /**
             * Converts this VmOutcome to JSON.
             * @function toJSON
             * @memberof contraflow.v1.VmOutcome
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            VmOutcome.prototype.toJSON = function() {
                return VmOutcome.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Outcome enum.
             * @name contraflow.v1.VmOutcome.Outcome
             * @enum {number}
             * @property {number} OUTCOME_UNSPECIFIED=0 OUTCOME_UNSPECIFIED value
             * @property {number} COMPLETED=1 COMPLETED value
             * @property {number} FAILED=2 FAILED value
             * @property {number} CANCELLED=3 CANCELLED value
             * @property {number} NOT_STARTED=4 NOT_STARTED value
             * @property {number} UNPLACED=5 UNPLACED value
             * @property {number} RUNNING=6 RUNNING value
             * @property {number} WAITING=7 WAITING value
             */
            VmOutcome.Outcome = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "OUTCOME_UNSPECIFIED"] = 0;
                values[valuesById[1] = "COMPLETED"] = 1;
                values[valuesById[2] = "FAILED"] = 2;
                values[valuesById[3] = "CANCELLED"] = 3;
                values[valuesById[4] = "NOT_STARTED"] = 4;
                values[valuesById[5] = "UNPLACED"] = 5;
                values[valuesById[6] = "RUNNING"] = 6;
                values[valuesById[7] = "WAITING"] = 7;
                return values;
            })();

            return VmOutcome;
        })();

        v1.GetEvacuation = (function() {

            /**
             * Properties of a GetEvacuation.
             * @typedef {Object} contraflow.v1.GetEvacuation.$Properties
             * @property {string} [evacuationId] GetEvacuation evacuationId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetEvacuation.
             * @memberof contraflow.v1
             * @interface IGetEvacuation
             * @augments contraflow.v1.GetEvacuation.$Properties
             * @deprecated Use contraflow.v1.GetEvacuation.$Properties instead.
             */

            /**
             * Shape of a GetEvacuation.
             * @typedef {contraflow.v1.GetEvacuation.$Properties} contraflow.v1.GetEvacuation.$Shape
             */

            /**
             * Constructs a new GetEvacuation.
             * @memberof contraflow.v1
             * @classdesc Represents a GetEvacuation.
             * @constructor
             * @param {contraflow.v1.GetEvacuation.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetEvacuation = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetEvacuation evacuationId.
             * @member {string} evacuationId
             * @memberof contraflow.v1.GetEvacuation
             * @instance
             */
            GetEvacuation.prototype.evacuationId = "";

            /**
             * Creates a new GetEvacuation instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.GetEvacuation
             * @static
             * @param {contraflow.v1.GetEvacuation.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.GetEvacuation} GetEvacuation instance
             * @type {{
             *   (properties: contraflow.v1.GetEvacuation.$Shape): contraflow.v1.GetEvacuation & contraflow.v1.GetEvacuation.$Shape;
             *   (properties?: contraflow.v1.GetEvacuation.$Properties): contraflow.v1.GetEvacuation;
             * }}
             */
            GetEvacuation.create = function(properties) {
                return new GetEvacuation(properties);
            };

            /**
             * Encodes the specified GetEvacuation message. Does not implicitly {@link contraflow.v1.GetEvacuation.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.GetEvacuation
             * @static
             * @param {contraflow.v1.GetEvacuation.$Properties} message GetEvacuation message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetEvacuation.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId") && message.evacuationId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.evacuationId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetEvacuation message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.GetEvacuation
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.GetEvacuation & contraflow.v1.GetEvacuation.$Shape} GetEvacuation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetEvacuation.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.GetEvacuation();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.evacuationId = value;
                            else
                                delete message.evacuationId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a GetEvacuation message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.GetEvacuation
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.GetEvacuation} GetEvacuation
             */
            GetEvacuation.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.GetEvacuation)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.GetEvacuation: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.GetEvacuation();
                if (object.evacuationId != null)
                    if (typeof object.evacuationId !== "string" || object.evacuationId.length)
                        message.evacuationId = $String(object.evacuationId);
                return message;
            };

            /**
             * Creates a plain object from a GetEvacuation message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.GetEvacuation
             * @static
             * @param {contraflow.v1.GetEvacuation} message GetEvacuation
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            GetEvacuation.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.evacuationId = "";
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId"))
                    object.evacuationId = message.evacuationId;
                return object;
            };

            /**
             * Converts this GetEvacuation to JSON.
             * @function toJSON
             * @memberof contraflow.v1.GetEvacuation
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            GetEvacuation.prototype.toJSON = function() {
                return GetEvacuation.toObject(this, $protobuf.util.toJSONOptions);
            };

            return GetEvacuation;
        })();

        v1.EvacuationStatus = (function() {

            /**
             * Properties of an EvacuationStatus.
             * @typedef {Object} contraflow.v1.EvacuationStatus.$Properties
             * @property {contraflow.v1.EvacuationRequest.$Properties} [request] EvacuationStatus request
             * @property {contraflow.v1.EvacuationStatus.State} [state] EvacuationStatus state
             * @property {contraflow.v1.Plan.$Properties|null} [plan] EvacuationStatus plan
             * @property {contraflow.v1.EvacuationReport.$Properties|null} [report] EvacuationStatus report
             * @property {string|null} [message] EvacuationStatus message
             * @property {Array.<contraflow.v1.StepStatus.$Properties>} [steps] EvacuationStatus steps
             * @property {number|Long|null} [plannedTimeUnixMilliseconds] EvacuationStatus plannedTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvacuationStatus.
             * @memberof contraflow.v1
             * @interface IEvacuationStatus
             * @augments contraflow.v1.EvacuationStatus.$Properties
             * @deprecated Use contraflow.v1.EvacuationStatus.$Properties instead.
             */

            /**
             * Shape of an EvacuationStatus.
             * @typedef {contraflow.v1.EvacuationStatus.$Properties} contraflow.v1.EvacuationStatus.$Shape
             */

            /**
             * Constructs a new EvacuationStatus.
             * @memberof contraflow.v1
             * @classdesc Represents an EvacuationStatus.
             * @constructor
             * @param {contraflow.v1.EvacuationStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvacuationStatus = function (properties) {
                this.steps = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvacuationStatus request.
             * @member {contraflow.v1.EvacuationRequest} request
             * @memberof contraflow.v1.EvacuationStatus
             * @instance
             */
            EvacuationStatus.prototype.request = null;

            /**
             * EvacuationStatus state.
             * @member {contraflow.v1.EvacuationStatus.State} state
             * @memberof contraflow.v1.EvacuationStatus
             * @instance
             */
            EvacuationStatus.prototype.state = 0;

            /**
             * EvacuationStatus plan.
             * @member {contraflow.v1.Plan|null} plan
             * @memberof contraflow.v1.EvacuationStatus
             * @instance
             */
            EvacuationStatus.prototype.plan = null;

            /**
             * EvacuationStatus report.
             * @member {contraflow.v1.EvacuationReport|null} report
             * @memberof contraflow.v1.EvacuationStatus
             * @instance
             */
            EvacuationStatus.prototype.report = null;

            /**
             * EvacuationStatus message.
             * @member {string|null} message
             * @memberof contraflow.v1.EvacuationStatus
             * @instance
             */
            EvacuationStatus.prototype.message = null;

            /**
             * EvacuationStatus steps.
             * @member {Array.<contraflow.v1.StepStatus>} steps
             * @memberof contraflow.v1.EvacuationStatus
             * @instance
             */
            EvacuationStatus.prototype.steps = $util.emptyArray;

            /**
             * EvacuationStatus plannedTimeUnixMilliseconds.
             * @member {number|Long|null} plannedTimeUnixMilliseconds
             * @memberof contraflow.v1.EvacuationStatus
             * @instance
             */
            EvacuationStatus.prototype.plannedTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationStatus.prototype, "_plan", {
                get: $util.oneOfGetter($oneOfFields = ["plan"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationStatus.prototype, "_report", {
                get: $util.oneOfGetter($oneOfFields = ["report"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationStatus.prototype, "_message", {
                get: $util.oneOfGetter($oneOfFields = ["message"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(EvacuationStatus.prototype, "_plannedTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["plannedTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new EvacuationStatus instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.EvacuationStatus
             * @static
             * @param {contraflow.v1.EvacuationStatus.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.EvacuationStatus} EvacuationStatus instance
             * @type {{
             *   (properties: contraflow.v1.EvacuationStatus.$Shape): contraflow.v1.EvacuationStatus & contraflow.v1.EvacuationStatus.$Shape;
             *   (properties?: contraflow.v1.EvacuationStatus.$Properties): contraflow.v1.EvacuationStatus;
             * }}
             */
            EvacuationStatus.create = function(properties) {
                return new EvacuationStatus(properties);
            };

            /**
             * Encodes the specified EvacuationStatus message. Does not implicitly {@link contraflow.v1.EvacuationStatus.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.EvacuationStatus
             * @static
             * @param {contraflow.v1.EvacuationStatus.$Properties} message EvacuationStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvacuationStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                    $root.contraflow.v1.EvacuationRequest.encode(message.request, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.state != null && $Object.hasOwnProperty.call(message, "state") && message.state !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.state);
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    $root.contraflow.v1.Plan.encode(message.plan, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.report != null && $Object.hasOwnProperty.call(message, "report"))
                    $root.contraflow.v1.EvacuationReport.encode(message.report, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.message);
                if (message.steps != null && message.steps.length)
                    for (let i = 0; i < message.steps.length; ++i)
                        $root.contraflow.v1.StepStatus.encode(message.steps[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.plannedTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "plannedTimeUnixMilliseconds"))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.plannedTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvacuationStatus message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.EvacuationStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationStatus & contraflow.v1.EvacuationStatus.$Shape} EvacuationStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvacuationStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.EvacuationStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.request = $root.contraflow.v1.EvacuationRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.request);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.state = value;
                            else
                                delete message.state;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.plan = $root.contraflow.v1.Plan.decode(reader, reader.size(), $undefined, _depth + 1, message.plan);
                            message._plan = "plan";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.report = $root.contraflow.v1.EvacuationReport.decode(reader, reader.size(), $undefined, _depth + 1, message.report);
                            message._report = "report";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.message = reader.stringVerify();
                            message._message = "message";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.steps && message.steps.length))
                                message.steps = [];
                            message.steps.push($root.contraflow.v1.StepStatus.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.plannedTimeUnixMilliseconds = reader.uint64();
                            message._plannedTimeUnixMilliseconds = "plannedTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvacuationStatus message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.EvacuationStatus
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.EvacuationStatus} EvacuationStatus
             */
            EvacuationStatus.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.EvacuationStatus)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.EvacuationStatus: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.EvacuationStatus();
                if (object.request != null) {
                    if (!$util.isObject(object.request))
                        throw $TypeError(".contraflow.v1.EvacuationStatus.request: object expected");
                    message.request = $root.contraflow.v1.EvacuationRequest.fromObject(object.request, _depth + 1);
                }
                if (object.state !== 0 && (typeof object.state !== "string" || $root.contraflow.v1.EvacuationStatus.State[object.state] !== 0))
                    switch (object.state) {
                    case "STATE_UNSPECIFIED":
                    case 0:
                        message.state = 0;
                        break;
                    case "RUNNING":
                    case 1:
                        message.state = 1;
                        break;
                    case "CANCELLING":
                    case 2:
                        message.state = 2;
                        break;
                    case "COMPLETED":
                    case 3:
                        message.state = 3;
                        break;
                    case "FAILED":
                    case 4:
                        message.state = 4;
                        break;
                    case "CANCELLED":
                    case 5:
                        message.state = 5;
                        break;
                    case "REJECTED":
                    case 6:
                        message.state = 6;
                        break;
                    default:
                        if (typeof object.state === "number" && (object.state | 0) === object.state)
                            message.state = object.state;
                    }
                if (object.plan != null) {
                    if (!$util.isObject(object.plan))
                        throw $TypeError(".contraflow.v1.EvacuationStatus.plan: object expected");
                    message.plan = $root.contraflow.v1.Plan.fromObject(object.plan, _depth + 1);
                }
                if (object.report != null) {
                    if (!$util.isObject(object.report))
                        throw $TypeError(".contraflow.v1.EvacuationStatus.report: object expected");
                    message.report = $root.contraflow.v1.EvacuationReport.fromObject(object.report, _depth + 1);
                }
                if (object.message != null)
                    message.message = $String(object.message);
                if (object.steps) {
                    if (!$Array.isArray(object.steps))
                        throw $TypeError(".contraflow.v1.EvacuationStatus.steps: array expected");
                    message.steps = $Array(object.steps.length);
                    for (let i = 0; i < object.steps.length; ++i) {
                        if (!$util.isObject(object.steps[i]))
                            throw $TypeError(".contraflow.v1.EvacuationStatus.steps: object expected");
                        message.steps[i] = $root.contraflow.v1.StepStatus.fromObject(object.steps[i], _depth + 1);
                    }
                }
                if (object.plannedTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.plannedTimeUnixMilliseconds = $util.Long.fromValue(object.plannedTimeUnixMilliseconds, true);
                    else if (typeof object.plannedTimeUnixMilliseconds === "string")
                        message.plannedTimeUnixMilliseconds = $parseInt(object.plannedTimeUnixMilliseconds, 10);
                    else if (typeof object.plannedTimeUnixMilliseconds === "number")
                        message.plannedTimeUnixMilliseconds = object.plannedTimeUnixMilliseconds;
                    else if (typeof object.plannedTimeUnixMilliseconds === "object")
                        message.plannedTimeUnixMilliseconds = new $util.LongBits(object.plannedTimeUnixMilliseconds.low >>> 0, object.plannedTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from an EvacuationStatus message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.EvacuationStatus
             * @static
             * @param {contraflow.v1.EvacuationStatus} message EvacuationStatus
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvacuationStatus.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.steps = [];
                if (options.defaults) {
                    object.request = null;
                    object.state = options.enums === $String ? "STATE_UNSPECIFIED" : 0;
                }
                if (message.request != null && $Object.hasOwnProperty.call(message, "request"))
                    object.request = $root.contraflow.v1.EvacuationRequest.toObject(message.request, options, _depth + 1);
                if (message.state != null && $Object.hasOwnProperty.call(message, "state"))
                    object.state = options.enums === $String ? $root.contraflow.v1.EvacuationStatus.State[message.state] === $undefined ? message.state : $root.contraflow.v1.EvacuationStatus.State[message.state] : message.state;
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    object.plan = $root.contraflow.v1.Plan.toObject(message.plan, options, _depth + 1);
                if (message.report != null && $Object.hasOwnProperty.call(message, "report"))
                    object.report = $root.contraflow.v1.EvacuationReport.toObject(message.report, options, _depth + 1);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                if (message.steps && message.steps.length) {
                    object.steps = $Array(message.steps.length);
                    for (let j = 0; j < message.steps.length; ++j)
                        object.steps[j] = $root.contraflow.v1.StepStatus.toObject(message.steps[j], options, _depth + 1);
                }
                if (message.plannedTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "plannedTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.plannedTimeUnixMilliseconds = typeof message.plannedTimeUnixMilliseconds === "number" ? $BigInt(message.plannedTimeUnixMilliseconds) : $util.Long.fromBits(message.plannedTimeUnixMilliseconds.low >>> 0, message.plannedTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.plannedTimeUnixMilliseconds === "number")
                        object.plannedTimeUnixMilliseconds = options.longs === $String ? $String(message.plannedTimeUnixMilliseconds) : message.plannedTimeUnixMilliseconds;
                    else
                        object.plannedTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.plannedTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.plannedTimeUnixMilliseconds.low >>> 0, message.plannedTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.plannedTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this EvacuationStatus to JSON.
             * @function toJSON
             * @memberof contraflow.v1.EvacuationStatus
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvacuationStatus.prototype.toJSON = function() {
                return EvacuationStatus.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * State enum.
             * @name contraflow.v1.EvacuationStatus.State
             * @enum {number}
             * @property {number} STATE_UNSPECIFIED=0 STATE_UNSPECIFIED value
             * @property {number} RUNNING=1 RUNNING value
             * @property {number} CANCELLING=2 CANCELLING value
             * @property {number} COMPLETED=3 COMPLETED value
             * @property {number} FAILED=4 FAILED value
             * @property {number} CANCELLED=5 CANCELLED value
             * @property {number} REJECTED=6 REJECTED value
             */
            EvacuationStatus.State = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "STATE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "RUNNING"] = 1;
                values[valuesById[2] = "CANCELLING"] = 2;
                values[valuesById[3] = "COMPLETED"] = 3;
                values[valuesById[4] = "FAILED"] = 4;
                values[valuesById[5] = "CANCELLED"] = 5;
                values[valuesById[6] = "REJECTED"] = 6;
                return values;
            })();

            return EvacuationStatus;
        })();

        v1.StepStatus = (function() {

            /**
             * Properties of a StepStatus.
             * @typedef {Object} contraflow.v1.StepStatus.$Properties
             * @property {string} [vmId] StepStatus vmId
             * @property {string} [migrationId] StepStatus migrationId
             * @property {contraflow.v1.VmOutcome.Outcome} [outcome] StepStatus outcome
             * @property {string|null} [waitsFor] StepStatus waitsFor
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StepStatus.
             * @memberof contraflow.v1
             * @interface IStepStatus
             * @augments contraflow.v1.StepStatus.$Properties
             * @deprecated Use contraflow.v1.StepStatus.$Properties instead.
             */

            /**
             * Shape of a StepStatus.
             * @typedef {contraflow.v1.StepStatus.$Properties} contraflow.v1.StepStatus.$Shape
             */

            /**
             * Constructs a new StepStatus.
             * @memberof contraflow.v1
             * @classdesc Represents a StepStatus.
             * @constructor
             * @param {contraflow.v1.StepStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StepStatus = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StepStatus vmId.
             * @member {string} vmId
             * @memberof contraflow.v1.StepStatus
             * @instance
             */
            StepStatus.prototype.vmId = "";

            /**
             * StepStatus migrationId.
             * @member {string} migrationId
             * @memberof contraflow.v1.StepStatus
             * @instance
             */
            StepStatus.prototype.migrationId = "";

            /**
             * StepStatus outcome.
             * @member {contraflow.v1.VmOutcome.Outcome} outcome
             * @memberof contraflow.v1.StepStatus
             * @instance
             */
            StepStatus.prototype.outcome = 0;

            /**
             * StepStatus waitsFor.
             * @member {string|null} waitsFor
             * @memberof contraflow.v1.StepStatus
             * @instance
             */
            StepStatus.prototype.waitsFor = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(StepStatus.prototype, "_waitsFor", {
                get: $util.oneOfGetter($oneOfFields = ["waitsFor"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new StepStatus instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.StepStatus
             * @static
             * @param {contraflow.v1.StepStatus.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.StepStatus} StepStatus instance
             * @type {{
             *   (properties: contraflow.v1.StepStatus.$Shape): contraflow.v1.StepStatus & contraflow.v1.StepStatus.$Shape;
             *   (properties?: contraflow.v1.StepStatus.$Properties): contraflow.v1.StepStatus;
             * }}
             */
            StepStatus.create = function(properties) {
                return new StepStatus(properties);
            };

            /**
             * Encodes the specified StepStatus message. Does not implicitly {@link contraflow.v1.StepStatus.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.StepStatus
             * @static
             * @param {contraflow.v1.StepStatus.$Properties} message StepStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StepStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId") && message.vmId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.vmId);
                if (message.migrationId != null && $Object.hasOwnProperty.call(message, "migrationId") && message.migrationId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.migrationId);
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome") && message.outcome !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.outcome);
                if (message.waitsFor != null && $Object.hasOwnProperty.call(message, "waitsFor"))
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.waitsFor);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StepStatus message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.StepStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.StepStatus & contraflow.v1.StepStatus.$Shape} StepStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StepStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.StepStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.vmId = value;
                            else
                                delete message.vmId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.migrationId = value;
                            else
                                delete message.migrationId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.outcome = value;
                            else
                                delete message.outcome;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.waitsFor = reader.stringVerify();
                            message._waitsFor = "waitsFor";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a StepStatus message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.StepStatus
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.StepStatus} StepStatus
             */
            StepStatus.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.StepStatus)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.StepStatus: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.StepStatus();
                if (object.vmId != null)
                    if (typeof object.vmId !== "string" || object.vmId.length)
                        message.vmId = $String(object.vmId);
                if (object.migrationId != null)
                    if (typeof object.migrationId !== "string" || object.migrationId.length)
                        message.migrationId = $String(object.migrationId);
                if (object.outcome !== 0 && (typeof object.outcome !== "string" || $root.contraflow.v1.VmOutcome.Outcome[object.outcome] !== 0))
                    switch (object.outcome) {
                    case "OUTCOME_UNSPECIFIED":
                    case 0:
                        message.outcome = 0;
                        break;
                    case "COMPLETED":
                    case 1:
                        message.outcome = 1;
                        break;
                    case "FAILED":
                    case 2:
                        message.outcome = 2;
                        break;
                    case "CANCELLED":
                    case 3:
                        message.outcome = 3;
                        break;
                    case "NOT_STARTED":
                    case 4:
                        message.outcome = 4;
                        break;
                    case "UNPLACED":
                    case 5:
                        message.outcome = 5;
                        break;
                    case "RUNNING":
                    case 6:
                        message.outcome = 6;
                        break;
                    case "WAITING":
                    case 7:
                        message.outcome = 7;
                        break;
                    default:
                        if (typeof object.outcome === "number" && (object.outcome | 0) === object.outcome)
                            message.outcome = object.outcome;
                    }
                if (object.waitsFor != null)
                    message.waitsFor = $String(object.waitsFor);
                return message;
            };

            /**
             * Creates a plain object from a StepStatus message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.StepStatus
             * @static
             * @param {contraflow.v1.StepStatus} message StepStatus
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            StepStatus.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.vmId = "";
                    object.migrationId = "";
                    object.outcome = options.enums === $String ? "OUTCOME_UNSPECIFIED" : 0;
                }
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId"))
                    object.vmId = message.vmId;
                if (message.migrationId != null && $Object.hasOwnProperty.call(message, "migrationId"))
                    object.migrationId = message.migrationId;
                if (message.outcome != null && $Object.hasOwnProperty.call(message, "outcome"))
                    object.outcome = options.enums === $String ? $root.contraflow.v1.VmOutcome.Outcome[message.outcome] === $undefined ? message.outcome : $root.contraflow.v1.VmOutcome.Outcome[message.outcome] : message.outcome;
                if (message.waitsFor != null && $Object.hasOwnProperty.call(message, "waitsFor"))
                    object.waitsFor = message.waitsFor;
                return object;
            };

            /**
             * Converts this StepStatus to JSON.
             * @function toJSON
             * @memberof contraflow.v1.StepStatus
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            StepStatus.prototype.toJSON = function() {
                return StepStatus.toObject(this, $protobuf.util.toJSONOptions);
            };

            return StepStatus;
        })();

        v1.EvacuationList = (function() {

            /**
             * Properties of an EvacuationList.
             * @typedef {Object} contraflow.v1.EvacuationList.$Properties
             * @property {Array.<contraflow.v1.EvacuationStatus.$Properties>} [evacuations] EvacuationList evacuations
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an EvacuationList.
             * @memberof contraflow.v1
             * @interface IEvacuationList
             * @augments contraflow.v1.EvacuationList.$Properties
             * @deprecated Use contraflow.v1.EvacuationList.$Properties instead.
             */

            /**
             * Shape of an EvacuationList.
             * @typedef {contraflow.v1.EvacuationList.$Properties} contraflow.v1.EvacuationList.$Shape
             */

            /**
             * Constructs a new EvacuationList.
             * @memberof contraflow.v1
             * @classdesc Represents an EvacuationList.
             * @constructor
             * @param {contraflow.v1.EvacuationList.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const EvacuationList = function (properties) {
                this.evacuations = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * EvacuationList evacuations.
             * @member {Array.<contraflow.v1.EvacuationStatus>} evacuations
             * @memberof contraflow.v1.EvacuationList
             * @instance
             */
            EvacuationList.prototype.evacuations = $util.emptyArray;

            /**
             * Creates a new EvacuationList instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.EvacuationList
             * @static
             * @param {contraflow.v1.EvacuationList.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.EvacuationList} EvacuationList instance
             * @type {{
             *   (properties: contraflow.v1.EvacuationList.$Shape): contraflow.v1.EvacuationList & contraflow.v1.EvacuationList.$Shape;
             *   (properties?: contraflow.v1.EvacuationList.$Properties): contraflow.v1.EvacuationList;
             * }}
             */
            EvacuationList.create = function(properties) {
                return new EvacuationList(properties);
            };

            /**
             * Encodes the specified EvacuationList message. Does not implicitly {@link contraflow.v1.EvacuationList.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.EvacuationList
             * @static
             * @param {contraflow.v1.EvacuationList.$Properties} message EvacuationList message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            EvacuationList.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.evacuations != null && message.evacuations.length)
                    for (let i = 0; i < message.evacuations.length; ++i)
                        $root.contraflow.v1.EvacuationStatus.encode(message.evacuations[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an EvacuationList message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.EvacuationList
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationList & contraflow.v1.EvacuationList.$Shape} EvacuationList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            EvacuationList.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.EvacuationList();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.evacuations && message.evacuations.length))
                                message.evacuations = [];
                            message.evacuations.push($root.contraflow.v1.EvacuationStatus.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an EvacuationList message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.EvacuationList
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.EvacuationList} EvacuationList
             */
            EvacuationList.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.EvacuationList)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.EvacuationList: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.EvacuationList();
                if (object.evacuations) {
                    if (!$Array.isArray(object.evacuations))
                        throw $TypeError(".contraflow.v1.EvacuationList.evacuations: array expected");
                    message.evacuations = $Array(object.evacuations.length);
                    for (let i = 0; i < object.evacuations.length; ++i) {
                        if (!$util.isObject(object.evacuations[i]))
                            throw $TypeError(".contraflow.v1.EvacuationList.evacuations: object expected");
                        message.evacuations[i] = $root.contraflow.v1.EvacuationStatus.fromObject(object.evacuations[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from an EvacuationList message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.EvacuationList
             * @static
             * @param {contraflow.v1.EvacuationList} message EvacuationList
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            EvacuationList.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.evacuations = [];
                if (message.evacuations && message.evacuations.length) {
                    object.evacuations = $Array(message.evacuations.length);
                    for (let j = 0; j < message.evacuations.length; ++j)
                        object.evacuations[j] = $root.contraflow.v1.EvacuationStatus.toObject(message.evacuations[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this EvacuationList to JSON.
             * @function toJSON
             * @memberof contraflow.v1.EvacuationList
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            EvacuationList.prototype.toJSON = function() {
                return EvacuationList.toObject(this, $protobuf.util.toJSONOptions);
            };

            return EvacuationList;
        })();

        v1.PlanPreview = (function() {

            /**
             * Properties of a PlanPreview.
             * @typedef {Object} contraflow.v1.PlanPreview.$Properties
             * @property {contraflow.v1.Plan.$Properties|null} [plan] PlanPreview plan
             * @property {contraflow.v1.ClusterSnapshot.$Properties|null} [snapshot] PlanPreview snapshot
             * @property {contraflow.v1.EvacuationRejected.$Properties|null} [refusal] PlanPreview refusal
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PlanPreview.
             * @memberof contraflow.v1
             * @interface IPlanPreview
             * @augments contraflow.v1.PlanPreview.$Properties
             * @deprecated Use contraflow.v1.PlanPreview.$Properties instead.
             */

            /**
             * Shape of a PlanPreview.
             * @typedef {contraflow.v1.PlanPreview.$Properties} contraflow.v1.PlanPreview.$Shape
             */

            /**
             * Constructs a new PlanPreview.
             * @memberof contraflow.v1
             * @classdesc Represents a PlanPreview.
             * @constructor
             * @param {contraflow.v1.PlanPreview.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PlanPreview = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PlanPreview plan.
             * @member {contraflow.v1.Plan|null} plan
             * @memberof contraflow.v1.PlanPreview
             * @instance
             */
            PlanPreview.prototype.plan = null;

            /**
             * PlanPreview snapshot.
             * @member {contraflow.v1.ClusterSnapshot|null} snapshot
             * @memberof contraflow.v1.PlanPreview
             * @instance
             */
            PlanPreview.prototype.snapshot = null;

            /**
             * PlanPreview refusal.
             * @member {contraflow.v1.EvacuationRejected|null} refusal
             * @memberof contraflow.v1.PlanPreview
             * @instance
             */
            PlanPreview.prototype.refusal = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(PlanPreview.prototype, "_plan", {
                get: $util.oneOfGetter($oneOfFields = ["plan"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(PlanPreview.prototype, "_snapshot", {
                get: $util.oneOfGetter($oneOfFields = ["snapshot"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(PlanPreview.prototype, "_refusal", {
                get: $util.oneOfGetter($oneOfFields = ["refusal"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new PlanPreview instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.PlanPreview
             * @static
             * @param {contraflow.v1.PlanPreview.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.PlanPreview} PlanPreview instance
             * @type {{
             *   (properties: contraflow.v1.PlanPreview.$Shape): contraflow.v1.PlanPreview & contraflow.v1.PlanPreview.$Shape;
             *   (properties?: contraflow.v1.PlanPreview.$Properties): contraflow.v1.PlanPreview;
             * }}
             */
            PlanPreview.create = function(properties) {
                return new PlanPreview(properties);
            };

            /**
             * Encodes the specified PlanPreview message. Does not implicitly {@link contraflow.v1.PlanPreview.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.PlanPreview
             * @static
             * @param {contraflow.v1.PlanPreview.$Properties} message PlanPreview message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PlanPreview.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    $root.contraflow.v1.Plan.encode(message.plan, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                    $root.contraflow.v1.ClusterSnapshot.encode(message.snapshot, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                    $root.contraflow.v1.EvacuationRejected.encode(message.refusal, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PlanPreview message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.PlanPreview
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.PlanPreview & contraflow.v1.PlanPreview.$Shape} PlanPreview
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PlanPreview.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.PlanPreview();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.plan = $root.contraflow.v1.Plan.decode(reader, reader.size(), $undefined, _depth + 1, message.plan);
                            message._plan = "plan";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.snapshot = $root.contraflow.v1.ClusterSnapshot.decode(reader, reader.size(), $undefined, _depth + 1, message.snapshot);
                            message._snapshot = "snapshot";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.refusal = $root.contraflow.v1.EvacuationRejected.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                            message._refusal = "refusal";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a PlanPreview message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.PlanPreview
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.PlanPreview} PlanPreview
             */
            PlanPreview.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.PlanPreview)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.PlanPreview: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.PlanPreview();
                if (object.plan != null) {
                    if (!$util.isObject(object.plan))
                        throw $TypeError(".contraflow.v1.PlanPreview.plan: object expected");
                    message.plan = $root.contraflow.v1.Plan.fromObject(object.plan, _depth + 1);
                }
                if (object.snapshot != null) {
                    if (!$util.isObject(object.snapshot))
                        throw $TypeError(".contraflow.v1.PlanPreview.snapshot: object expected");
                    message.snapshot = $root.contraflow.v1.ClusterSnapshot.fromObject(object.snapshot, _depth + 1);
                }
                if (object.refusal != null) {
                    if (!$util.isObject(object.refusal))
                        throw $TypeError(".contraflow.v1.PlanPreview.refusal: object expected");
                    message.refusal = $root.contraflow.v1.EvacuationRejected.fromObject(object.refusal, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a PlanPreview message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.PlanPreview
             * @static
             * @param {contraflow.v1.PlanPreview} message PlanPreview
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            PlanPreview.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.plan != null && $Object.hasOwnProperty.call(message, "plan"))
                    object.plan = $root.contraflow.v1.Plan.toObject(message.plan, options, _depth + 1);
                if (message.snapshot != null && $Object.hasOwnProperty.call(message, "snapshot"))
                    object.snapshot = $root.contraflow.v1.ClusterSnapshot.toObject(message.snapshot, options, _depth + 1);
                if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                    object.refusal = $root.contraflow.v1.EvacuationRejected.toObject(message.refusal, options, _depth + 1);
                return object;
            };

            /**
             * Converts this PlanPreview to JSON.
             * @function toJSON
             * @memberof contraflow.v1.PlanPreview
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            PlanPreview.prototype.toJSON = function() {
                return PlanPreview.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PlanPreview;
        })();

        v1.Plan = (function() {

            /**
             * Properties of a Plan.
             * @typedef {Object} contraflow.v1.Plan.$Properties
             * @property {string} [policy] Plan policy
             * @property {Array.<contraflow.v1.Step.$Properties>} [steps] Plan steps
             * @property {Array.<contraflow.v1.UnplacedVm.$Properties>} [unplaced] Plan unplaced
             * @property {contraflow.v1.Forecast.$Properties} [forecast] Plan forecast
             * @property {Array.<contraflow.v1.Alternative.$Properties>} [alternatives] Plan alternatives
             * @property {number|null} [hotPhasePaceBytesPerSecond] Plan hotPhasePaceBytesPerSecond
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Plan.
             * @memberof contraflow.v1
             * @interface IPlan
             * @augments contraflow.v1.Plan.$Properties
             * @deprecated Use contraflow.v1.Plan.$Properties instead.
             */

            /**
             * Shape of a Plan.
             * @typedef {contraflow.v1.Plan.$Properties} contraflow.v1.Plan.$Shape
             */

            /**
             * Constructs a new Plan.
             * @memberof contraflow.v1
             * @classdesc Represents a Plan.
             * @constructor
             * @param {contraflow.v1.Plan.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Plan = function (properties) {
                this.steps = [];
                this.unplaced = [];
                this.alternatives = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Plan policy.
             * @member {string} policy
             * @memberof contraflow.v1.Plan
             * @instance
             */
            Plan.prototype.policy = "";

            /**
             * Plan steps.
             * @member {Array.<contraflow.v1.Step>} steps
             * @memberof contraflow.v1.Plan
             * @instance
             */
            Plan.prototype.steps = $util.emptyArray;

            /**
             * Plan unplaced.
             * @member {Array.<contraflow.v1.UnplacedVm>} unplaced
             * @memberof contraflow.v1.Plan
             * @instance
             */
            Plan.prototype.unplaced = $util.emptyArray;

            /**
             * Plan forecast.
             * @member {contraflow.v1.Forecast} forecast
             * @memberof contraflow.v1.Plan
             * @instance
             */
            Plan.prototype.forecast = null;

            /**
             * Plan alternatives.
             * @member {Array.<contraflow.v1.Alternative>} alternatives
             * @memberof contraflow.v1.Plan
             * @instance
             */
            Plan.prototype.alternatives = $util.emptyArray;

            /**
             * Plan hotPhasePaceBytesPerSecond.
             * @member {number|null} hotPhasePaceBytesPerSecond
             * @memberof contraflow.v1.Plan
             * @instance
             */
            Plan.prototype.hotPhasePaceBytesPerSecond = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Plan.prototype, "_hotPhasePaceBytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["hotPhasePaceBytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Plan instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.Plan
             * @static
             * @param {contraflow.v1.Plan.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.Plan} Plan instance
             * @type {{
             *   (properties: contraflow.v1.Plan.$Shape): contraflow.v1.Plan & contraflow.v1.Plan.$Shape;
             *   (properties?: contraflow.v1.Plan.$Properties): contraflow.v1.Plan;
             * }}
             */
            Plan.create = function(properties) {
                return new Plan(properties);
            };

            /**
             * Encodes the specified Plan message. Does not implicitly {@link contraflow.v1.Plan.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.Plan
             * @static
             * @param {contraflow.v1.Plan.$Properties} message Plan message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Plan.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.policy != null && $Object.hasOwnProperty.call(message, "policy") && message.policy !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.policy);
                if (message.steps != null && message.steps.length)
                    for (let i = 0; i < message.steps.length; ++i)
                        $root.contraflow.v1.Step.encode(message.steps[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.unplaced != null && message.unplaced.length)
                    for (let i = 0; i < message.unplaced.length; ++i)
                        $root.contraflow.v1.UnplacedVm.encode(message.unplaced[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.forecast != null && $Object.hasOwnProperty.call(message, "forecast"))
                    $root.contraflow.v1.Forecast.encode(message.forecast, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.alternatives != null && message.alternatives.length)
                    for (let i = 0; i < message.alternatives.length; ++i)
                        $root.contraflow.v1.Alternative.encode(message.alternatives[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.hotPhasePaceBytesPerSecond != null && $Object.hasOwnProperty.call(message, "hotPhasePaceBytesPerSecond"))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.hotPhasePaceBytesPerSecond);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Plan message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.Plan
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.Plan & contraflow.v1.Plan.$Shape} Plan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Plan.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.Plan();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.policy = value;
                            else
                                delete message.policy;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.steps && message.steps.length))
                                message.steps = [];
                            message.steps.push($root.contraflow.v1.Step.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.unplaced && message.unplaced.length))
                                message.unplaced = [];
                            message.unplaced.push($root.contraflow.v1.UnplacedVm.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.forecast = $root.contraflow.v1.Forecast.decode(reader, reader.size(), $undefined, _depth + 1, message.forecast);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.alternatives && message.alternatives.length))
                                message.alternatives = [];
                            message.alternatives.push($root.contraflow.v1.Alternative.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            message.hotPhasePaceBytesPerSecond = reader.double();
                            message._hotPhasePaceBytesPerSecond = "hotPhasePaceBytesPerSecond";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Plan message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.Plan
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.Plan} Plan
             */
            Plan.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.Plan)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.Plan: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.Plan();
                if (object.policy != null)
                    if (typeof object.policy !== "string" || object.policy.length)
                        message.policy = $String(object.policy);
                if (object.steps) {
                    if (!$Array.isArray(object.steps))
                        throw $TypeError(".contraflow.v1.Plan.steps: array expected");
                    message.steps = $Array(object.steps.length);
                    for (let i = 0; i < object.steps.length; ++i) {
                        if (!$util.isObject(object.steps[i]))
                            throw $TypeError(".contraflow.v1.Plan.steps: object expected");
                        message.steps[i] = $root.contraflow.v1.Step.fromObject(object.steps[i], _depth + 1);
                    }
                }
                if (object.unplaced) {
                    if (!$Array.isArray(object.unplaced))
                        throw $TypeError(".contraflow.v1.Plan.unplaced: array expected");
                    message.unplaced = $Array(object.unplaced.length);
                    for (let i = 0; i < object.unplaced.length; ++i) {
                        if (!$util.isObject(object.unplaced[i]))
                            throw $TypeError(".contraflow.v1.Plan.unplaced: object expected");
                        message.unplaced[i] = $root.contraflow.v1.UnplacedVm.fromObject(object.unplaced[i], _depth + 1);
                    }
                }
                if (object.forecast != null) {
                    if (!$util.isObject(object.forecast))
                        throw $TypeError(".contraflow.v1.Plan.forecast: object expected");
                    message.forecast = $root.contraflow.v1.Forecast.fromObject(object.forecast, _depth + 1);
                }
                if (object.alternatives) {
                    if (!$Array.isArray(object.alternatives))
                        throw $TypeError(".contraflow.v1.Plan.alternatives: array expected");
                    message.alternatives = $Array(object.alternatives.length);
                    for (let i = 0; i < object.alternatives.length; ++i) {
                        if (!$util.isObject(object.alternatives[i]))
                            throw $TypeError(".contraflow.v1.Plan.alternatives: object expected");
                        message.alternatives[i] = $root.contraflow.v1.Alternative.fromObject(object.alternatives[i], _depth + 1);
                    }
                }
                if (object.hotPhasePaceBytesPerSecond != null)
                    message.hotPhasePaceBytesPerSecond = $Number(object.hotPhasePaceBytesPerSecond);
                return message;
            };

            /**
             * Creates a plain object from a Plan message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.Plan
             * @static
             * @param {contraflow.v1.Plan} message Plan
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Plan.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.steps = [];
                    object.unplaced = [];
                    object.alternatives = [];
                }
                if (options.defaults) {
                    object.policy = "";
                    object.forecast = null;
                }
                if (message.policy != null && $Object.hasOwnProperty.call(message, "policy"))
                    object.policy = message.policy;
                if (message.steps && message.steps.length) {
                    object.steps = $Array(message.steps.length);
                    for (let j = 0; j < message.steps.length; ++j)
                        object.steps[j] = $root.contraflow.v1.Step.toObject(message.steps[j], options, _depth + 1);
                }
                if (message.unplaced && message.unplaced.length) {
                    object.unplaced = $Array(message.unplaced.length);
                    for (let j = 0; j < message.unplaced.length; ++j)
                        object.unplaced[j] = $root.contraflow.v1.UnplacedVm.toObject(message.unplaced[j], options, _depth + 1);
                }
                if (message.forecast != null && $Object.hasOwnProperty.call(message, "forecast"))
                    object.forecast = $root.contraflow.v1.Forecast.toObject(message.forecast, options, _depth + 1);
                if (message.alternatives && message.alternatives.length) {
                    object.alternatives = $Array(message.alternatives.length);
                    for (let j = 0; j < message.alternatives.length; ++j)
                        object.alternatives[j] = $root.contraflow.v1.Alternative.toObject(message.alternatives[j], options, _depth + 1);
                }
                if (message.hotPhasePaceBytesPerSecond != null && $Object.hasOwnProperty.call(message, "hotPhasePaceBytesPerSecond"))
                    object.hotPhasePaceBytesPerSecond = options.json && !$isFinite(message.hotPhasePaceBytesPerSecond) ? $String(message.hotPhasePaceBytesPerSecond) : message.hotPhasePaceBytesPerSecond;
                return object;
            };

            /**
             * Converts this Plan to JSON.
             * @function toJSON
             * @memberof contraflow.v1.Plan
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Plan.prototype.toJSON = function() {
                return Plan.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Plan;
        })();

        v1.Step = (function() {

            /**
             * Properties of a Step.
             * @typedef {Object} contraflow.v1.Step.$Properties
             * @property {string} [vmId] Step vmId
             * @property {contraflow.v1.Technique} [technique] Step technique
             * @property {string} [sourceHostId] Step sourceHostId
             * @property {string} [destinationHostId] Step destinationHostId
             * @property {Array.<contraflow.v1.StepDependency.$Properties>} [after] Step after
             * @property {number|null} [paceBytesPerSecond] Step paceBytesPerSecond
             * @property {string} [reason] Step reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Step.
             * @memberof contraflow.v1
             * @interface IStep
             * @augments contraflow.v1.Step.$Properties
             * @deprecated Use contraflow.v1.Step.$Properties instead.
             */

            /**
             * Shape of a Step.
             * @typedef {contraflow.v1.Step.$Properties} contraflow.v1.Step.$Shape
             */

            /**
             * Constructs a new Step.
             * @memberof contraflow.v1
             * @classdesc Represents a Step.
             * @constructor
             * @param {contraflow.v1.Step.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Step = function (properties) {
                this.after = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Step vmId.
             * @member {string} vmId
             * @memberof contraflow.v1.Step
             * @instance
             */
            Step.prototype.vmId = "";

            /**
             * Step technique.
             * @member {contraflow.v1.Technique} technique
             * @memberof contraflow.v1.Step
             * @instance
             */
            Step.prototype.technique = 0;

            /**
             * Step sourceHostId.
             * @member {string} sourceHostId
             * @memberof contraflow.v1.Step
             * @instance
             */
            Step.prototype.sourceHostId = "";

            /**
             * Step destinationHostId.
             * @member {string} destinationHostId
             * @memberof contraflow.v1.Step
             * @instance
             */
            Step.prototype.destinationHostId = "";

            /**
             * Step after.
             * @member {Array.<contraflow.v1.StepDependency>} after
             * @memberof contraflow.v1.Step
             * @instance
             */
            Step.prototype.after = $util.emptyArray;

            /**
             * Step paceBytesPerSecond.
             * @member {number|null} paceBytesPerSecond
             * @memberof contraflow.v1.Step
             * @instance
             */
            Step.prototype.paceBytesPerSecond = null;

            /**
             * Step reason.
             * @member {string} reason
             * @memberof contraflow.v1.Step
             * @instance
             */
            Step.prototype.reason = "";

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Step.prototype, "_paceBytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["paceBytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Step instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.Step
             * @static
             * @param {contraflow.v1.Step.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.Step} Step instance
             * @type {{
             *   (properties: contraflow.v1.Step.$Shape): contraflow.v1.Step & contraflow.v1.Step.$Shape;
             *   (properties?: contraflow.v1.Step.$Properties): contraflow.v1.Step;
             * }}
             */
            Step.create = function(properties) {
                return new Step(properties);
            };

            /**
             * Encodes the specified Step message. Does not implicitly {@link contraflow.v1.Step.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.Step
             * @static
             * @param {contraflow.v1.Step.$Properties} message Step message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Step.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId") && message.vmId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.vmId);
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique") && message.technique !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.technique);
                if (message.sourceHostId != null && $Object.hasOwnProperty.call(message, "sourceHostId") && message.sourceHostId !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.sourceHostId);
                if (message.destinationHostId != null && $Object.hasOwnProperty.call(message, "destinationHostId") && message.destinationHostId !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.destinationHostId);
                if (message.after != null && message.after.length)
                    for (let i = 0; i < message.after.length; ++i)
                        $root.contraflow.v1.StepDependency.encode(message.after[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
                if (message.paceBytesPerSecond != null && $Object.hasOwnProperty.call(message, "paceBytesPerSecond"))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.paceBytesPerSecond);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 7, wireType 2 =*/58).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Step message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.Step
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.Step & contraflow.v1.Step.$Shape} Step
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Step.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.Step();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.vmId = value;
                            else
                                delete message.vmId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.technique = value;
                            else
                                delete message.technique;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sourceHostId = value;
                            else
                                delete message.sourceHostId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.destinationHostId = value;
                            else
                                delete message.destinationHostId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if (!(message.after && message.after.length))
                                message.after = [];
                            message.after.push($root.contraflow.v1.StepDependency.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            message.paceBytesPerSecond = reader.double();
                            message._paceBytesPerSecond = "paceBytesPerSecond";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Step message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.Step
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.Step} Step
             */
            Step.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.Step)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.Step: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.Step();
                if (object.vmId != null)
                    if (typeof object.vmId !== "string" || object.vmId.length)
                        message.vmId = $String(object.vmId);
                if (object.technique !== 0 && (typeof object.technique !== "string" || $root.contraflow.v1.Technique[object.technique] !== 0))
                    switch (object.technique) {
                    case "TECHNIQUE_UNSPECIFIED":
                    case 0:
                        message.technique = 0;
                        break;
                    case "PRE_COPY":
                    case 1:
                        message.technique = 1;
                        break;
                    case "POST_COPY":
                    case 2:
                        message.technique = 2;
                        break;
                    case "HYBRID":
                    case 3:
                        message.technique = 3;
                        break;
                    default:
                        if (typeof object.technique === "number" && (object.technique | 0) === object.technique)
                            message.technique = object.technique;
                    }
                if (object.sourceHostId != null)
                    if (typeof object.sourceHostId !== "string" || object.sourceHostId.length)
                        message.sourceHostId = $String(object.sourceHostId);
                if (object.destinationHostId != null)
                    if (typeof object.destinationHostId !== "string" || object.destinationHostId.length)
                        message.destinationHostId = $String(object.destinationHostId);
                if (object.after) {
                    if (!$Array.isArray(object.after))
                        throw $TypeError(".contraflow.v1.Step.after: array expected");
                    message.after = $Array(object.after.length);
                    for (let i = 0; i < object.after.length; ++i) {
                        if (!$util.isObject(object.after[i]))
                            throw $TypeError(".contraflow.v1.Step.after: object expected");
                        message.after[i] = $root.contraflow.v1.StepDependency.fromObject(object.after[i], _depth + 1);
                    }
                }
                if (object.paceBytesPerSecond != null)
                    message.paceBytesPerSecond = $Number(object.paceBytesPerSecond);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                return message;
            };

            /**
             * Creates a plain object from a Step message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.Step
             * @static
             * @param {contraflow.v1.Step} message Step
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Step.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.after = [];
                if (options.defaults) {
                    object.vmId = "";
                    object.technique = options.enums === $String ? "TECHNIQUE_UNSPECIFIED" : 0;
                    object.sourceHostId = "";
                    object.destinationHostId = "";
                    object.reason = "";
                }
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId"))
                    object.vmId = message.vmId;
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique"))
                    object.technique = options.enums === $String ? $root.contraflow.v1.Technique[message.technique] === $undefined ? message.technique : $root.contraflow.v1.Technique[message.technique] : message.technique;
                if (message.sourceHostId != null && $Object.hasOwnProperty.call(message, "sourceHostId"))
                    object.sourceHostId = message.sourceHostId;
                if (message.destinationHostId != null && $Object.hasOwnProperty.call(message, "destinationHostId"))
                    object.destinationHostId = message.destinationHostId;
                if (message.after && message.after.length) {
                    object.after = $Array(message.after.length);
                    for (let j = 0; j < message.after.length; ++j)
                        object.after[j] = $root.contraflow.v1.StepDependency.toObject(message.after[j], options, _depth + 1);
                }
                if (message.paceBytesPerSecond != null && $Object.hasOwnProperty.call(message, "paceBytesPerSecond"))
                    object.paceBytesPerSecond = options.json && !$isFinite(message.paceBytesPerSecond) ? $String(message.paceBytesPerSecond) : message.paceBytesPerSecond;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            /**
             * Converts this Step to JSON.
             * @function toJSON
             * @memberof contraflow.v1.Step
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Step.prototype.toJSON = function() {
                return Step.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Step;
        })();

        v1.StepDependency = (function() {

            /**
             * Properties of a StepDependency.
             * @typedef {Object} contraflow.v1.StepDependency.$Properties
             * @property {string} [vmId] StepDependency vmId
             * @property {contraflow.v1.StepEvent} [event] StepDependency event
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StepDependency.
             * @memberof contraflow.v1
             * @interface IStepDependency
             * @augments contraflow.v1.StepDependency.$Properties
             * @deprecated Use contraflow.v1.StepDependency.$Properties instead.
             */

            /**
             * Shape of a StepDependency.
             * @typedef {contraflow.v1.StepDependency.$Properties} contraflow.v1.StepDependency.$Shape
             */

            /**
             * Constructs a new StepDependency.
             * @memberof contraflow.v1
             * @classdesc Represents a StepDependency.
             * @constructor
             * @param {contraflow.v1.StepDependency.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StepDependency = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StepDependency vmId.
             * @member {string} vmId
             * @memberof contraflow.v1.StepDependency
             * @instance
             */
            StepDependency.prototype.vmId = "";

            /**
             * StepDependency event.
             * @member {contraflow.v1.StepEvent} event
             * @memberof contraflow.v1.StepDependency
             * @instance
             */
            StepDependency.prototype.event = 0;

            /**
             * Creates a new StepDependency instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.StepDependency
             * @static
             * @param {contraflow.v1.StepDependency.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.StepDependency} StepDependency instance
             * @type {{
             *   (properties: contraflow.v1.StepDependency.$Shape): contraflow.v1.StepDependency & contraflow.v1.StepDependency.$Shape;
             *   (properties?: contraflow.v1.StepDependency.$Properties): contraflow.v1.StepDependency;
             * }}
             */
            StepDependency.create = function(properties) {
                return new StepDependency(properties);
            };

            /**
             * Encodes the specified StepDependency message. Does not implicitly {@link contraflow.v1.StepDependency.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.StepDependency
             * @static
             * @param {contraflow.v1.StepDependency.$Properties} message StepDependency message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StepDependency.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId") && message.vmId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.vmId);
                if (message.event != null && $Object.hasOwnProperty.call(message, "event") && message.event !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.event);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StepDependency message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.StepDependency
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.StepDependency & contraflow.v1.StepDependency.$Shape} StepDependency
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StepDependency.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.StepDependency();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.vmId = value;
                            else
                                delete message.vmId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.event = value;
                            else
                                delete message.event;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a StepDependency message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.StepDependency
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.StepDependency} StepDependency
             */
            StepDependency.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.StepDependency)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.StepDependency: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.StepDependency();
                if (object.vmId != null)
                    if (typeof object.vmId !== "string" || object.vmId.length)
                        message.vmId = $String(object.vmId);
                if (object.event !== 0 && (typeof object.event !== "string" || $root.contraflow.v1.StepEvent[object.event] !== 0))
                    switch (object.event) {
                    case "STEP_EVENT_UNSPECIFIED":
                    case 0:
                        message.event = 0;
                        break;
                    case "COMPLETED":
                    case 1:
                        message.event = 1;
                        break;
                    case "SETTLED":
                    case 2:
                        message.event = 2;
                        break;
                    default:
                        if (typeof object.event === "number" && (object.event | 0) === object.event)
                            message.event = object.event;
                    }
                return message;
            };

            /**
             * Creates a plain object from a StepDependency message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.StepDependency
             * @static
             * @param {contraflow.v1.StepDependency} message StepDependency
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            StepDependency.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.vmId = "";
                    object.event = options.enums === $String ? "STEP_EVENT_UNSPECIFIED" : 0;
                }
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId"))
                    object.vmId = message.vmId;
                if (message.event != null && $Object.hasOwnProperty.call(message, "event"))
                    object.event = options.enums === $String ? $root.contraflow.v1.StepEvent[message.event] === $undefined ? message.event : $root.contraflow.v1.StepEvent[message.event] : message.event;
                return object;
            };

            /**
             * Converts this StepDependency to JSON.
             * @function toJSON
             * @memberof contraflow.v1.StepDependency
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            StepDependency.prototype.toJSON = function() {
                return StepDependency.toObject(this, $protobuf.util.toJSONOptions);
            };

            return StepDependency;
        })();

        v1.UnplacedVm = (function() {

            /**
             * Properties of an UnplacedVm.
             * @typedef {Object} contraflow.v1.UnplacedVm.$Properties
             * @property {string} [vmId] UnplacedVm vmId
             * @property {Array.<contraflow.v1.PlacementRefusal.$Properties>} [reasons] UnplacedVm reasons
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an UnplacedVm.
             * @memberof contraflow.v1
             * @interface IUnplacedVm
             * @augments contraflow.v1.UnplacedVm.$Properties
             * @deprecated Use contraflow.v1.UnplacedVm.$Properties instead.
             */

            /**
             * Shape of an UnplacedVm.
             * @typedef {contraflow.v1.UnplacedVm.$Properties} contraflow.v1.UnplacedVm.$Shape
             */

            /**
             * Constructs a new UnplacedVm.
             * @memberof contraflow.v1
             * @classdesc Represents an UnplacedVm.
             * @constructor
             * @param {contraflow.v1.UnplacedVm.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const UnplacedVm = function (properties) {
                this.reasons = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * UnplacedVm vmId.
             * @member {string} vmId
             * @memberof contraflow.v1.UnplacedVm
             * @instance
             */
            UnplacedVm.prototype.vmId = "";

            /**
             * UnplacedVm reasons.
             * @member {Array.<contraflow.v1.PlacementRefusal>} reasons
             * @memberof contraflow.v1.UnplacedVm
             * @instance
             */
            UnplacedVm.prototype.reasons = $util.emptyArray;

            /**
             * Creates a new UnplacedVm instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.UnplacedVm
             * @static
             * @param {contraflow.v1.UnplacedVm.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.UnplacedVm} UnplacedVm instance
             * @type {{
             *   (properties: contraflow.v1.UnplacedVm.$Shape): contraflow.v1.UnplacedVm & contraflow.v1.UnplacedVm.$Shape;
             *   (properties?: contraflow.v1.UnplacedVm.$Properties): contraflow.v1.UnplacedVm;
             * }}
             */
            UnplacedVm.create = function(properties) {
                return new UnplacedVm(properties);
            };

            /**
             * Encodes the specified UnplacedVm message. Does not implicitly {@link contraflow.v1.UnplacedVm.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.UnplacedVm
             * @static
             * @param {contraflow.v1.UnplacedVm.$Properties} message UnplacedVm message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            UnplacedVm.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId") && message.vmId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.vmId);
                if (message.reasons != null && message.reasons.length)
                    for (let i = 0; i < message.reasons.length; ++i)
                        $root.contraflow.v1.PlacementRefusal.encode(message.reasons[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an UnplacedVm message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.UnplacedVm
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.UnplacedVm & contraflow.v1.UnplacedVm.$Shape} UnplacedVm
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            UnplacedVm.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.UnplacedVm();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.vmId = value;
                            else
                                delete message.vmId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.reasons && message.reasons.length))
                                message.reasons = [];
                            message.reasons.push($root.contraflow.v1.PlacementRefusal.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an UnplacedVm message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.UnplacedVm
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.UnplacedVm} UnplacedVm
             */
            UnplacedVm.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.UnplacedVm)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.UnplacedVm: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.UnplacedVm();
                if (object.vmId != null)
                    if (typeof object.vmId !== "string" || object.vmId.length)
                        message.vmId = $String(object.vmId);
                if (object.reasons) {
                    if (!$Array.isArray(object.reasons))
                        throw $TypeError(".contraflow.v1.UnplacedVm.reasons: array expected");
                    message.reasons = $Array(object.reasons.length);
                    for (let i = 0; i < object.reasons.length; ++i) {
                        if (!$util.isObject(object.reasons[i]))
                            throw $TypeError(".contraflow.v1.UnplacedVm.reasons: object expected");
                        message.reasons[i] = $root.contraflow.v1.PlacementRefusal.fromObject(object.reasons[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from an UnplacedVm message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.UnplacedVm
             * @static
             * @param {contraflow.v1.UnplacedVm} message UnplacedVm
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            UnplacedVm.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.reasons = [];
                if (options.defaults)
                    object.vmId = "";
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId"))
                    object.vmId = message.vmId;
                if (message.reasons && message.reasons.length) {
                    object.reasons = $Array(message.reasons.length);
                    for (let j = 0; j < message.reasons.length; ++j)
                        object.reasons[j] = $root.contraflow.v1.PlacementRefusal.toObject(message.reasons[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this UnplacedVm to JSON.
             * @function toJSON
             * @memberof contraflow.v1.UnplacedVm
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            UnplacedVm.prototype.toJSON = function() {
                return UnplacedVm.toObject(this, $protobuf.util.toJSONOptions);
            };

            return UnplacedVm;
        })();

        v1.PlacementRefusal = (function() {

            /**
             * Properties of a PlacementRefusal.
             * @typedef {Object} contraflow.v1.PlacementRefusal.$Properties
             * @property {string} [hostId] PlacementRefusal hostId
             * @property {string} [code] PlacementRefusal code
             * @property {string} [message] PlacementRefusal message
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PlacementRefusal.
             * @memberof contraflow.v1
             * @interface IPlacementRefusal
             * @augments contraflow.v1.PlacementRefusal.$Properties
             * @deprecated Use contraflow.v1.PlacementRefusal.$Properties instead.
             */

            /**
             * Shape of a PlacementRefusal.
             * @typedef {contraflow.v1.PlacementRefusal.$Properties} contraflow.v1.PlacementRefusal.$Shape
             */

            /**
             * Constructs a new PlacementRefusal.
             * @memberof contraflow.v1
             * @classdesc Represents a PlacementRefusal.
             * @constructor
             * @param {contraflow.v1.PlacementRefusal.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PlacementRefusal = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PlacementRefusal hostId.
             * @member {string} hostId
             * @memberof contraflow.v1.PlacementRefusal
             * @instance
             */
            PlacementRefusal.prototype.hostId = "";

            /**
             * PlacementRefusal code.
             * @member {string} code
             * @memberof contraflow.v1.PlacementRefusal
             * @instance
             */
            PlacementRefusal.prototype.code = "";

            /**
             * PlacementRefusal message.
             * @member {string} message
             * @memberof contraflow.v1.PlacementRefusal
             * @instance
             */
            PlacementRefusal.prototype.message = "";

            /**
             * Creates a new PlacementRefusal instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.PlacementRefusal
             * @static
             * @param {contraflow.v1.PlacementRefusal.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.PlacementRefusal} PlacementRefusal instance
             * @type {{
             *   (properties: contraflow.v1.PlacementRefusal.$Shape): contraflow.v1.PlacementRefusal & contraflow.v1.PlacementRefusal.$Shape;
             *   (properties?: contraflow.v1.PlacementRefusal.$Properties): contraflow.v1.PlacementRefusal;
             * }}
             */
            PlacementRefusal.create = function(properties) {
                return new PlacementRefusal(properties);
            };

            /**
             * Encodes the specified PlacementRefusal message. Does not implicitly {@link contraflow.v1.PlacementRefusal.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.PlacementRefusal
             * @static
             * @param {contraflow.v1.PlacementRefusal.$Properties} message PlacementRefusal message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PlacementRefusal.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId") && message.hostId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.hostId);
                if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.code);
                if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.message);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PlacementRefusal message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.PlacementRefusal
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.PlacementRefusal & contraflow.v1.PlacementRefusal.$Shape} PlacementRefusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PlacementRefusal.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.PlacementRefusal();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hostId = value;
                            else
                                delete message.hostId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.code = value;
                            else
                                delete message.code;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.message = value;
                            else
                                delete message.message;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a PlacementRefusal message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.PlacementRefusal
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.PlacementRefusal} PlacementRefusal
             */
            PlacementRefusal.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.PlacementRefusal)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.PlacementRefusal: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.PlacementRefusal();
                if (object.hostId != null)
                    if (typeof object.hostId !== "string" || object.hostId.length)
                        message.hostId = $String(object.hostId);
                if (object.code != null)
                    if (typeof object.code !== "string" || object.code.length)
                        message.code = $String(object.code);
                if (object.message != null)
                    if (typeof object.message !== "string" || object.message.length)
                        message.message = $String(object.message);
                return message;
            };

            /**
             * Creates a plain object from a PlacementRefusal message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.PlacementRefusal
             * @static
             * @param {contraflow.v1.PlacementRefusal} message PlacementRefusal
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            PlacementRefusal.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.hostId = "";
                    object.code = "";
                    object.message = "";
                }
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId"))
                    object.hostId = message.hostId;
                if (message.code != null && $Object.hasOwnProperty.call(message, "code"))
                    object.code = message.code;
                if (message.message != null && $Object.hasOwnProperty.call(message, "message"))
                    object.message = message.message;
                return object;
            };

            /**
             * Converts this PlacementRefusal to JSON.
             * @function toJSON
             * @memberof contraflow.v1.PlacementRefusal
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            PlacementRefusal.prototype.toJSON = function() {
                return PlacementRefusal.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PlacementRefusal;
        })();

        v1.Forecast = (function() {

            /**
             * Properties of a Forecast.
             * @typedef {Object} contraflow.v1.Forecast.$Properties
             * @property {number|null} [totalMigrationSeconds] Forecast totalMigrationSeconds
             * @property {number|Long|null} [transferredBytes] Forecast transferredBytes
             * @property {number|Long|null} [degradedBytes] Forecast degradedBytes
             * @property {number|null} [limitSeconds] Forecast limitSeconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Forecast.
             * @memberof contraflow.v1
             * @interface IForecast
             * @augments contraflow.v1.Forecast.$Properties
             * @deprecated Use contraflow.v1.Forecast.$Properties instead.
             */

            /**
             * Shape of a Forecast.
             * @typedef {contraflow.v1.Forecast.$Properties} contraflow.v1.Forecast.$Shape
             */

            /**
             * Constructs a new Forecast.
             * @memberof contraflow.v1
             * @classdesc Represents a Forecast.
             * @constructor
             * @param {contraflow.v1.Forecast.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Forecast = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Forecast totalMigrationSeconds.
             * @member {number|null} totalMigrationSeconds
             * @memberof contraflow.v1.Forecast
             * @instance
             */
            Forecast.prototype.totalMigrationSeconds = null;

            /**
             * Forecast transferredBytes.
             * @member {number|Long|null} transferredBytes
             * @memberof contraflow.v1.Forecast
             * @instance
             */
            Forecast.prototype.transferredBytes = null;

            /**
             * Forecast degradedBytes.
             * @member {number|Long|null} degradedBytes
             * @memberof contraflow.v1.Forecast
             * @instance
             */
            Forecast.prototype.degradedBytes = null;

            /**
             * Forecast limitSeconds.
             * @member {number|null} limitSeconds
             * @memberof contraflow.v1.Forecast
             * @instance
             */
            Forecast.prototype.limitSeconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Forecast.prototype, "_totalMigrationSeconds", {
                get: $util.oneOfGetter($oneOfFields = ["totalMigrationSeconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Forecast.prototype, "_transferredBytes", {
                get: $util.oneOfGetter($oneOfFields = ["transferredBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Forecast.prototype, "_degradedBytes", {
                get: $util.oneOfGetter($oneOfFields = ["degradedBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Forecast.prototype, "_limitSeconds", {
                get: $util.oneOfGetter($oneOfFields = ["limitSeconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Forecast instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.Forecast
             * @static
             * @param {contraflow.v1.Forecast.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.Forecast} Forecast instance
             * @type {{
             *   (properties: contraflow.v1.Forecast.$Shape): contraflow.v1.Forecast & contraflow.v1.Forecast.$Shape;
             *   (properties?: contraflow.v1.Forecast.$Properties): contraflow.v1.Forecast;
             * }}
             */
            Forecast.create = function(properties) {
                return new Forecast(properties);
            };

            /**
             * Encodes the specified Forecast message. Does not implicitly {@link contraflow.v1.Forecast.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.Forecast
             * @static
             * @param {contraflow.v1.Forecast.$Properties} message Forecast message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Forecast.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.totalMigrationSeconds != null && $Object.hasOwnProperty.call(message, "totalMigrationSeconds"))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.totalMigrationSeconds);
                if (message.transferredBytes != null && $Object.hasOwnProperty.call(message, "transferredBytes"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.transferredBytes);
                if (message.degradedBytes != null && $Object.hasOwnProperty.call(message, "degradedBytes"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.degradedBytes);
                if (message.limitSeconds != null && $Object.hasOwnProperty.call(message, "limitSeconds"))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.limitSeconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Forecast message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.Forecast
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.Forecast & contraflow.v1.Forecast.$Shape} Forecast
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Forecast.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.Forecast();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            message.totalMigrationSeconds = reader.double();
                            message._totalMigrationSeconds = "totalMigrationSeconds";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.transferredBytes = reader.uint64();
                            message._transferredBytes = "transferredBytes";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.degradedBytes = reader.uint64();
                            message._degradedBytes = "degradedBytes";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            message.limitSeconds = reader.double();
                            message._limitSeconds = "limitSeconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Forecast message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.Forecast
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.Forecast} Forecast
             */
            Forecast.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.Forecast)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.Forecast: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.Forecast();
                if (object.totalMigrationSeconds != null)
                    message.totalMigrationSeconds = $Number(object.totalMigrationSeconds);
                if (object.transferredBytes != null)
                    if ($util.Long)
                        message.transferredBytes = $util.Long.fromValue(object.transferredBytes, true);
                    else if (typeof object.transferredBytes === "string")
                        message.transferredBytes = $parseInt(object.transferredBytes, 10);
                    else if (typeof object.transferredBytes === "number")
                        message.transferredBytes = object.transferredBytes;
                    else if (typeof object.transferredBytes === "object")
                        message.transferredBytes = new $util.LongBits(object.transferredBytes.low >>> 0, object.transferredBytes.high >>> 0).toNumber(true);
                if (object.degradedBytes != null)
                    if ($util.Long)
                        message.degradedBytes = $util.Long.fromValue(object.degradedBytes, true);
                    else if (typeof object.degradedBytes === "string")
                        message.degradedBytes = $parseInt(object.degradedBytes, 10);
                    else if (typeof object.degradedBytes === "number")
                        message.degradedBytes = object.degradedBytes;
                    else if (typeof object.degradedBytes === "object")
                        message.degradedBytes = new $util.LongBits(object.degradedBytes.low >>> 0, object.degradedBytes.high >>> 0).toNumber(true);
                if (object.limitSeconds != null)
                    message.limitSeconds = $Number(object.limitSeconds);
                return message;
            };

            /**
             * Creates a plain object from a Forecast message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.Forecast
             * @static
             * @param {contraflow.v1.Forecast} message Forecast
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Forecast.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.totalMigrationSeconds != null && $Object.hasOwnProperty.call(message, "totalMigrationSeconds"))
                    object.totalMigrationSeconds = options.json && !$isFinite(message.totalMigrationSeconds) ? $String(message.totalMigrationSeconds) : message.totalMigrationSeconds;
                if (message.transferredBytes != null && $Object.hasOwnProperty.call(message, "transferredBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.transferredBytes = typeof message.transferredBytes === "number" ? $BigInt(message.transferredBytes) : $util.Long.fromBits(message.transferredBytes.low >>> 0, message.transferredBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.transferredBytes === "number")
                        object.transferredBytes = options.longs === $String ? $String(message.transferredBytes) : message.transferredBytes;
                    else
                        object.transferredBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.transferredBytes) : options.longs === $Number ? new $util.LongBits(message.transferredBytes.low >>> 0, message.transferredBytes.high >>> 0).toNumber(true) : message.transferredBytes;
                if (message.degradedBytes != null && $Object.hasOwnProperty.call(message, "degradedBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.degradedBytes = typeof message.degradedBytes === "number" ? $BigInt(message.degradedBytes) : $util.Long.fromBits(message.degradedBytes.low >>> 0, message.degradedBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.degradedBytes === "number")
                        object.degradedBytes = options.longs === $String ? $String(message.degradedBytes) : message.degradedBytes;
                    else
                        object.degradedBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.degradedBytes) : options.longs === $Number ? new $util.LongBits(message.degradedBytes.low >>> 0, message.degradedBytes.high >>> 0).toNumber(true) : message.degradedBytes;
                if (message.limitSeconds != null && $Object.hasOwnProperty.call(message, "limitSeconds"))
                    object.limitSeconds = options.json && !$isFinite(message.limitSeconds) ? $String(message.limitSeconds) : message.limitSeconds;
                return object;
            };

            /**
             * Converts this Forecast to JSON.
             * @function toJSON
             * @memberof contraflow.v1.Forecast
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Forecast.prototype.toJSON = function() {
                return Forecast.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Forecast;
        })();

        v1.Alternative = (function() {

            /**
             * Properties of an Alternative.
             * @typedef {Object} contraflow.v1.Alternative.$Properties
             * @property {string} [policy] Alternative policy
             * @property {contraflow.v1.Forecast.$Properties} [forecast] Alternative forecast
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an Alternative.
             * @memberof contraflow.v1
             * @interface IAlternative
             * @augments contraflow.v1.Alternative.$Properties
             * @deprecated Use contraflow.v1.Alternative.$Properties instead.
             */

            /**
             * Shape of an Alternative.
             * @typedef {contraflow.v1.Alternative.$Properties} contraflow.v1.Alternative.$Shape
             */

            /**
             * Constructs a new Alternative.
             * @memberof contraflow.v1
             * @classdesc Represents an Alternative.
             * @constructor
             * @param {contraflow.v1.Alternative.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Alternative = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Alternative policy.
             * @member {string} policy
             * @memberof contraflow.v1.Alternative
             * @instance
             */
            Alternative.prototype.policy = "";

            /**
             * Alternative forecast.
             * @member {contraflow.v1.Forecast} forecast
             * @memberof contraflow.v1.Alternative
             * @instance
             */
            Alternative.prototype.forecast = null;

            /**
             * Creates a new Alternative instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.Alternative
             * @static
             * @param {contraflow.v1.Alternative.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.Alternative} Alternative instance
             * @type {{
             *   (properties: contraflow.v1.Alternative.$Shape): contraflow.v1.Alternative & contraflow.v1.Alternative.$Shape;
             *   (properties?: contraflow.v1.Alternative.$Properties): contraflow.v1.Alternative;
             * }}
             */
            Alternative.create = function(properties) {
                return new Alternative(properties);
            };

            /**
             * Encodes the specified Alternative message. Does not implicitly {@link contraflow.v1.Alternative.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.Alternative
             * @static
             * @param {contraflow.v1.Alternative.$Properties} message Alternative message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Alternative.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.policy != null && $Object.hasOwnProperty.call(message, "policy") && message.policy !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.policy);
                if (message.forecast != null && $Object.hasOwnProperty.call(message, "forecast"))
                    $root.contraflow.v1.Forecast.encode(message.forecast, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an Alternative message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.Alternative
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.Alternative & contraflow.v1.Alternative.$Shape} Alternative
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Alternative.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.Alternative();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.policy = value;
                            else
                                delete message.policy;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.forecast = $root.contraflow.v1.Forecast.decode(reader, reader.size(), $undefined, _depth + 1, message.forecast);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an Alternative message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.Alternative
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.Alternative} Alternative
             */
            Alternative.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.Alternative)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.Alternative: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.Alternative();
                if (object.policy != null)
                    if (typeof object.policy !== "string" || object.policy.length)
                        message.policy = $String(object.policy);
                if (object.forecast != null) {
                    if (!$util.isObject(object.forecast))
                        throw $TypeError(".contraflow.v1.Alternative.forecast: object expected");
                    message.forecast = $root.contraflow.v1.Forecast.fromObject(object.forecast, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from an Alternative message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.Alternative
             * @static
             * @param {contraflow.v1.Alternative} message Alternative
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Alternative.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.policy = "";
                    object.forecast = null;
                }
                if (message.policy != null && $Object.hasOwnProperty.call(message, "policy"))
                    object.policy = message.policy;
                if (message.forecast != null && $Object.hasOwnProperty.call(message, "forecast"))
                    object.forecast = $root.contraflow.v1.Forecast.toObject(message.forecast, options, _depth + 1);
                return object;
            };

            /**
             * Converts this Alternative to JSON.
             * @function toJSON
             * @memberof contraflow.v1.Alternative
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Alternative.prototype.toJSON = function() {
                return Alternative.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Alternative;
        })();

        /**
         * Technique enum.
         * @name contraflow.v1.Technique
         * @enum {number}
         * @property {number} TECHNIQUE_UNSPECIFIED=0 TECHNIQUE_UNSPECIFIED value
         * @property {number} PRE_COPY=1 PRE_COPY value
         * @property {number} POST_COPY=2 POST_COPY value
         * @property {number} HYBRID=3 HYBRID value
         */
        v1.Technique = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "TECHNIQUE_UNSPECIFIED"] = 0;
            values[valuesById[1] = "PRE_COPY"] = 1;
            values[valuesById[2] = "POST_COPY"] = 2;
            values[valuesById[3] = "HYBRID"] = 3;
            return values;
        })();

        /**
         * PostCopy enum.
         * @name contraflow.v1.PostCopy
         * @enum {number}
         * @property {number} POST_COPY_UNSPECIFIED=0 POST_COPY_UNSPECIFIED value
         * @property {number} ALLOWED=1 ALLOWED value
         * @property {number} FORBIDDEN=2 FORBIDDEN value
         */
        v1.PostCopy = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "POST_COPY_UNSPECIFIED"] = 0;
            values[valuesById[1] = "ALLOWED"] = 1;
            values[valuesById[2] = "FORBIDDEN"] = 2;
            return values;
        })();

        /**
         * StepEvent enum.
         * @name contraflow.v1.StepEvent
         * @enum {number}
         * @property {number} STEP_EVENT_UNSPECIFIED=0 STEP_EVENT_UNSPECIFIED value
         * @property {number} COMPLETED=1 COMPLETED value
         * @property {number} SETTLED=2 SETTLED value
         */
        v1.StepEvent = (function() {
            const valuesById = $Object.create(null), values = $Object.create(valuesById);
            values[valuesById[0] = "STEP_EVENT_UNSPECIFIED"] = 0;
            values[valuesById[1] = "COMPLETED"] = 1;
            values[valuesById[2] = "SETTLED"] = 2;
            return values;
        })();

        v1.ClusterSnapshot = (function() {

            /**
             * Properties of a ClusterSnapshot.
             * @typedef {Object} contraflow.v1.ClusterSnapshot.$Properties
             * @property {Array.<contraflow.v1.HostSnapshot.$Properties>} [hosts] ClusterSnapshot hosts
             * @property {Array.<contraflow.v1.VmSnapshot.$Properties>} [vms] ClusterSnapshot vms
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a ClusterSnapshot.
             * @memberof contraflow.v1
             * @interface IClusterSnapshot
             * @augments contraflow.v1.ClusterSnapshot.$Properties
             * @deprecated Use contraflow.v1.ClusterSnapshot.$Properties instead.
             */

            /**
             * Shape of a ClusterSnapshot.
             * @typedef {contraflow.v1.ClusterSnapshot.$Properties} contraflow.v1.ClusterSnapshot.$Shape
             */

            /**
             * Constructs a new ClusterSnapshot.
             * @memberof contraflow.v1
             * @classdesc Represents a ClusterSnapshot.
             * @constructor
             * @param {contraflow.v1.ClusterSnapshot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const ClusterSnapshot = function (properties) {
                this.hosts = [];
                this.vms = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * ClusterSnapshot hosts.
             * @member {Array.<contraflow.v1.HostSnapshot>} hosts
             * @memberof contraflow.v1.ClusterSnapshot
             * @instance
             */
            ClusterSnapshot.prototype.hosts = $util.emptyArray;

            /**
             * ClusterSnapshot vms.
             * @member {Array.<contraflow.v1.VmSnapshot>} vms
             * @memberof contraflow.v1.ClusterSnapshot
             * @instance
             */
            ClusterSnapshot.prototype.vms = $util.emptyArray;

            /**
             * Creates a new ClusterSnapshot instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.ClusterSnapshot
             * @static
             * @param {contraflow.v1.ClusterSnapshot.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.ClusterSnapshot} ClusterSnapshot instance
             * @type {{
             *   (properties: contraflow.v1.ClusterSnapshot.$Shape): contraflow.v1.ClusterSnapshot & contraflow.v1.ClusterSnapshot.$Shape;
             *   (properties?: contraflow.v1.ClusterSnapshot.$Properties): contraflow.v1.ClusterSnapshot;
             * }}
             */
            ClusterSnapshot.create = function(properties) {
                return new ClusterSnapshot(properties);
            };

            /**
             * Encodes the specified ClusterSnapshot message. Does not implicitly {@link contraflow.v1.ClusterSnapshot.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.ClusterSnapshot
             * @static
             * @param {contraflow.v1.ClusterSnapshot.$Properties} message ClusterSnapshot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            ClusterSnapshot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hosts != null && message.hosts.length)
                    for (let i = 0; i < message.hosts.length; ++i)
                        $root.contraflow.v1.HostSnapshot.encode(message.hosts[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.vms != null && message.vms.length)
                    for (let i = 0; i < message.vms.length; ++i)
                        $root.contraflow.v1.VmSnapshot.encode(message.vms[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a ClusterSnapshot message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.ClusterSnapshot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.ClusterSnapshot & contraflow.v1.ClusterSnapshot.$Shape} ClusterSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            ClusterSnapshot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.ClusterSnapshot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if (!(message.hosts && message.hosts.length))
                                message.hosts = [];
                            message.hosts.push($root.contraflow.v1.HostSnapshot.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if (!(message.vms && message.vms.length))
                                message.vms = [];
                            message.vms.push($root.contraflow.v1.VmSnapshot.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a ClusterSnapshot message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.ClusterSnapshot
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.ClusterSnapshot} ClusterSnapshot
             */
            ClusterSnapshot.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.ClusterSnapshot)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.ClusterSnapshot: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.ClusterSnapshot();
                if (object.hosts) {
                    if (!$Array.isArray(object.hosts))
                        throw $TypeError(".contraflow.v1.ClusterSnapshot.hosts: array expected");
                    message.hosts = $Array(object.hosts.length);
                    for (let i = 0; i < object.hosts.length; ++i) {
                        if (!$util.isObject(object.hosts[i]))
                            throw $TypeError(".contraflow.v1.ClusterSnapshot.hosts: object expected");
                        message.hosts[i] = $root.contraflow.v1.HostSnapshot.fromObject(object.hosts[i], _depth + 1);
                    }
                }
                if (object.vms) {
                    if (!$Array.isArray(object.vms))
                        throw $TypeError(".contraflow.v1.ClusterSnapshot.vms: array expected");
                    message.vms = $Array(object.vms.length);
                    for (let i = 0; i < object.vms.length; ++i) {
                        if (!$util.isObject(object.vms[i]))
                            throw $TypeError(".contraflow.v1.ClusterSnapshot.vms: object expected");
                        message.vms[i] = $root.contraflow.v1.VmSnapshot.fromObject(object.vms[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a ClusterSnapshot message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.ClusterSnapshot
             * @static
             * @param {contraflow.v1.ClusterSnapshot} message ClusterSnapshot
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            ClusterSnapshot.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.hosts = [];
                    object.vms = [];
                }
                if (message.hosts && message.hosts.length) {
                    object.hosts = $Array(message.hosts.length);
                    for (let j = 0; j < message.hosts.length; ++j)
                        object.hosts[j] = $root.contraflow.v1.HostSnapshot.toObject(message.hosts[j], options, _depth + 1);
                }
                if (message.vms && message.vms.length) {
                    object.vms = $Array(message.vms.length);
                    for (let j = 0; j < message.vms.length; ++j)
                        object.vms[j] = $root.contraflow.v1.VmSnapshot.toObject(message.vms[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this ClusterSnapshot to JSON.
             * @function toJSON
             * @memberof contraflow.v1.ClusterSnapshot
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            ClusterSnapshot.prototype.toJSON = function() {
                return ClusterSnapshot.toObject(this, $protobuf.util.toJSONOptions);
            };

            return ClusterSnapshot;
        })();

        v1.HostSnapshot = (function() {

            /**
             * Properties of a HostSnapshot.
             * @typedef {Object} contraflow.v1.HostSnapshot.$Properties
             * @property {string} [hostId] HostSnapshot hostId
             * @property {number|null} [egressBytesPerSecond] HostSnapshot egressBytesPerSecond
             * @property {number|null} [ingressBytesPerSecond] HostSnapshot ingressBytesPerSecond
             * @property {number|Long|null} [freeMemoryBytes] HostSnapshot freeMemoryBytes
             * @property {boolean|null} [postCopySupported] HostSnapshot postCopySupported
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HostSnapshot.
             * @memberof contraflow.v1
             * @interface IHostSnapshot
             * @augments contraflow.v1.HostSnapshot.$Properties
             * @deprecated Use contraflow.v1.HostSnapshot.$Properties instead.
             */

            /**
             * Shape of a HostSnapshot.
             * @typedef {contraflow.v1.HostSnapshot.$Properties} contraflow.v1.HostSnapshot.$Shape
             */

            /**
             * Constructs a new HostSnapshot.
             * @memberof contraflow.v1
             * @classdesc Represents a HostSnapshot.
             * @constructor
             * @param {contraflow.v1.HostSnapshot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HostSnapshot = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HostSnapshot hostId.
             * @member {string} hostId
             * @memberof contraflow.v1.HostSnapshot
             * @instance
             */
            HostSnapshot.prototype.hostId = "";

            /**
             * HostSnapshot egressBytesPerSecond.
             * @member {number|null} egressBytesPerSecond
             * @memberof contraflow.v1.HostSnapshot
             * @instance
             */
            HostSnapshot.prototype.egressBytesPerSecond = null;

            /**
             * HostSnapshot ingressBytesPerSecond.
             * @member {number|null} ingressBytesPerSecond
             * @memberof contraflow.v1.HostSnapshot
             * @instance
             */
            HostSnapshot.prototype.ingressBytesPerSecond = null;

            /**
             * HostSnapshot freeMemoryBytes.
             * @member {number|Long|null} freeMemoryBytes
             * @memberof contraflow.v1.HostSnapshot
             * @instance
             */
            HostSnapshot.prototype.freeMemoryBytes = null;

            /**
             * HostSnapshot postCopySupported.
             * @member {boolean|null} postCopySupported
             * @memberof contraflow.v1.HostSnapshot
             * @instance
             */
            HostSnapshot.prototype.postCopySupported = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HostSnapshot.prototype, "_egressBytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["egressBytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HostSnapshot.prototype, "_ingressBytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["ingressBytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HostSnapshot.prototype, "_freeMemoryBytes", {
                get: $util.oneOfGetter($oneOfFields = ["freeMemoryBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HostSnapshot.prototype, "_postCopySupported", {
                get: $util.oneOfGetter($oneOfFields = ["postCopySupported"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new HostSnapshot instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.HostSnapshot
             * @static
             * @param {contraflow.v1.HostSnapshot.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.HostSnapshot} HostSnapshot instance
             * @type {{
             *   (properties: contraflow.v1.HostSnapshot.$Shape): contraflow.v1.HostSnapshot & contraflow.v1.HostSnapshot.$Shape;
             *   (properties?: contraflow.v1.HostSnapshot.$Properties): contraflow.v1.HostSnapshot;
             * }}
             */
            HostSnapshot.create = function(properties) {
                return new HostSnapshot(properties);
            };

            /**
             * Encodes the specified HostSnapshot message. Does not implicitly {@link contraflow.v1.HostSnapshot.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.HostSnapshot
             * @static
             * @param {contraflow.v1.HostSnapshot.$Properties} message HostSnapshot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HostSnapshot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId") && message.hostId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.hostId);
                if (message.egressBytesPerSecond != null && $Object.hasOwnProperty.call(message, "egressBytesPerSecond"))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.egressBytesPerSecond);
                if (message.ingressBytesPerSecond != null && $Object.hasOwnProperty.call(message, "ingressBytesPerSecond"))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.ingressBytesPerSecond);
                if (message.freeMemoryBytes != null && $Object.hasOwnProperty.call(message, "freeMemoryBytes"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.freeMemoryBytes);
                if (message.postCopySupported != null && $Object.hasOwnProperty.call(message, "postCopySupported"))
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.postCopySupported);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HostSnapshot message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.HostSnapshot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.HostSnapshot & contraflow.v1.HostSnapshot.$Shape} HostSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HostSnapshot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.HostSnapshot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hostId = value;
                            else
                                delete message.hostId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            message.egressBytesPerSecond = reader.double();
                            message._egressBytesPerSecond = "egressBytesPerSecond";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            message.ingressBytesPerSecond = reader.double();
                            message._ingressBytesPerSecond = "ingressBytesPerSecond";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.freeMemoryBytes = reader.uint64();
                            message._freeMemoryBytes = "freeMemoryBytes";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.postCopySupported = reader.bool();
                            message._postCopySupported = "postCopySupported";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a HostSnapshot message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.HostSnapshot
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.HostSnapshot} HostSnapshot
             */
            HostSnapshot.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.HostSnapshot)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.HostSnapshot: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.HostSnapshot();
                if (object.hostId != null)
                    if (typeof object.hostId !== "string" || object.hostId.length)
                        message.hostId = $String(object.hostId);
                if (object.egressBytesPerSecond != null)
                    message.egressBytesPerSecond = $Number(object.egressBytesPerSecond);
                if (object.ingressBytesPerSecond != null)
                    message.ingressBytesPerSecond = $Number(object.ingressBytesPerSecond);
                if (object.freeMemoryBytes != null)
                    if ($util.Long)
                        message.freeMemoryBytes = $util.Long.fromValue(object.freeMemoryBytes, true);
                    else if (typeof object.freeMemoryBytes === "string")
                        message.freeMemoryBytes = $parseInt(object.freeMemoryBytes, 10);
                    else if (typeof object.freeMemoryBytes === "number")
                        message.freeMemoryBytes = object.freeMemoryBytes;
                    else if (typeof object.freeMemoryBytes === "object")
                        message.freeMemoryBytes = new $util.LongBits(object.freeMemoryBytes.low >>> 0, object.freeMemoryBytes.high >>> 0).toNumber(true);
                if (object.postCopySupported != null)
                    message.postCopySupported = $Boolean(object.postCopySupported);
                return message;
            };

            /**
             * Creates a plain object from a HostSnapshot message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.HostSnapshot
             * @static
             * @param {contraflow.v1.HostSnapshot} message HostSnapshot
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            HostSnapshot.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.hostId = "";
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId"))
                    object.hostId = message.hostId;
                if (message.egressBytesPerSecond != null && $Object.hasOwnProperty.call(message, "egressBytesPerSecond"))
                    object.egressBytesPerSecond = options.json && !$isFinite(message.egressBytesPerSecond) ? $String(message.egressBytesPerSecond) : message.egressBytesPerSecond;
                if (message.ingressBytesPerSecond != null && $Object.hasOwnProperty.call(message, "ingressBytesPerSecond"))
                    object.ingressBytesPerSecond = options.json && !$isFinite(message.ingressBytesPerSecond) ? $String(message.ingressBytesPerSecond) : message.ingressBytesPerSecond;
                if (message.freeMemoryBytes != null && $Object.hasOwnProperty.call(message, "freeMemoryBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.freeMemoryBytes = typeof message.freeMemoryBytes === "number" ? $BigInt(message.freeMemoryBytes) : $util.Long.fromBits(message.freeMemoryBytes.low >>> 0, message.freeMemoryBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.freeMemoryBytes === "number")
                        object.freeMemoryBytes = options.longs === $String ? $String(message.freeMemoryBytes) : message.freeMemoryBytes;
                    else
                        object.freeMemoryBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.freeMemoryBytes) : options.longs === $Number ? new $util.LongBits(message.freeMemoryBytes.low >>> 0, message.freeMemoryBytes.high >>> 0).toNumber(true) : message.freeMemoryBytes;
                if (message.postCopySupported != null && $Object.hasOwnProperty.call(message, "postCopySupported"))
                    object.postCopySupported = message.postCopySupported;
                return object;
            };

            /**
             * Converts this HostSnapshot to JSON.
             * @function toJSON
             * @memberof contraflow.v1.HostSnapshot
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            HostSnapshot.prototype.toJSON = function() {
                return HostSnapshot.toObject(this, $protobuf.util.toJSONOptions);
            };

            return HostSnapshot;
        })();

        v1.VmSnapshot = (function() {

            /**
             * Properties of a VmSnapshot.
             * @typedef {Object} contraflow.v1.VmSnapshot.$Properties
             * @property {string} [vmId] VmSnapshot vmId
             * @property {string} [hostId] VmSnapshot hostId
             * @property {number|Long|null} [memoryBytes] VmSnapshot memoryBytes
             * @property {number|Long|null} [usedMemoryBytes] VmSnapshot usedMemoryBytes
             * @property {number|null} [dirtyBytesPerSecond] VmSnapshot dirtyBytesPerSecond
             * @property {number|Long|null} [workingSetBytes] VmSnapshot workingSetBytes
             * @property {number|null} [outboundBytesPerSecond] VmSnapshot outboundBytesPerSecond
             * @property {number|null} [inboundBytesPerSecond] VmSnapshot inboundBytesPerSecond
             * @property {contraflow.v1.PostCopy} [postCopy] VmSnapshot postCopy
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a VmSnapshot.
             * @memberof contraflow.v1
             * @interface IVmSnapshot
             * @augments contraflow.v1.VmSnapshot.$Properties
             * @deprecated Use contraflow.v1.VmSnapshot.$Properties instead.
             */

            /**
             * Shape of a VmSnapshot.
             * @typedef {contraflow.v1.VmSnapshot.$Properties} contraflow.v1.VmSnapshot.$Shape
             */

            /**
             * Constructs a new VmSnapshot.
             * @memberof contraflow.v1
             * @classdesc Represents a VmSnapshot.
             * @constructor
             * @param {contraflow.v1.VmSnapshot.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const VmSnapshot = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * VmSnapshot vmId.
             * @member {string} vmId
             * @memberof contraflow.v1.VmSnapshot
             * @instance
             */
            VmSnapshot.prototype.vmId = "";

            /**
             * VmSnapshot hostId.
             * @member {string} hostId
             * @memberof contraflow.v1.VmSnapshot
             * @instance
             */
            VmSnapshot.prototype.hostId = "";

            /**
             * VmSnapshot memoryBytes.
             * @member {number|Long|null} memoryBytes
             * @memberof contraflow.v1.VmSnapshot
             * @instance
             */
            VmSnapshot.prototype.memoryBytes = null;

            /**
             * VmSnapshot usedMemoryBytes.
             * @member {number|Long|null} usedMemoryBytes
             * @memberof contraflow.v1.VmSnapshot
             * @instance
             */
            VmSnapshot.prototype.usedMemoryBytes = null;

            /**
             * VmSnapshot dirtyBytesPerSecond.
             * @member {number|null} dirtyBytesPerSecond
             * @memberof contraflow.v1.VmSnapshot
             * @instance
             */
            VmSnapshot.prototype.dirtyBytesPerSecond = null;

            /**
             * VmSnapshot workingSetBytes.
             * @member {number|Long|null} workingSetBytes
             * @memberof contraflow.v1.VmSnapshot
             * @instance
             */
            VmSnapshot.prototype.workingSetBytes = null;

            /**
             * VmSnapshot outboundBytesPerSecond.
             * @member {number|null} outboundBytesPerSecond
             * @memberof contraflow.v1.VmSnapshot
             * @instance
             */
            VmSnapshot.prototype.outboundBytesPerSecond = null;

            /**
             * VmSnapshot inboundBytesPerSecond.
             * @member {number|null} inboundBytesPerSecond
             * @memberof contraflow.v1.VmSnapshot
             * @instance
             */
            VmSnapshot.prototype.inboundBytesPerSecond = null;

            /**
             * VmSnapshot postCopy.
             * @member {contraflow.v1.PostCopy} postCopy
             * @memberof contraflow.v1.VmSnapshot
             * @instance
             */
            VmSnapshot.prototype.postCopy = 0;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmSnapshot.prototype, "_memoryBytes", {
                get: $util.oneOfGetter($oneOfFields = ["memoryBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmSnapshot.prototype, "_usedMemoryBytes", {
                get: $util.oneOfGetter($oneOfFields = ["usedMemoryBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmSnapshot.prototype, "_dirtyBytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["dirtyBytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmSnapshot.prototype, "_workingSetBytes", {
                get: $util.oneOfGetter($oneOfFields = ["workingSetBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmSnapshot.prototype, "_outboundBytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["outboundBytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmSnapshot.prototype, "_inboundBytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["inboundBytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new VmSnapshot instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.VmSnapshot
             * @static
             * @param {contraflow.v1.VmSnapshot.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.VmSnapshot} VmSnapshot instance
             * @type {{
             *   (properties: contraflow.v1.VmSnapshot.$Shape): contraflow.v1.VmSnapshot & contraflow.v1.VmSnapshot.$Shape;
             *   (properties?: contraflow.v1.VmSnapshot.$Properties): contraflow.v1.VmSnapshot;
             * }}
             */
            VmSnapshot.create = function(properties) {
                return new VmSnapshot(properties);
            };

            /**
             * Encodes the specified VmSnapshot message. Does not implicitly {@link contraflow.v1.VmSnapshot.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.VmSnapshot
             * @static
             * @param {contraflow.v1.VmSnapshot.$Properties} message VmSnapshot message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            VmSnapshot.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId") && message.vmId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.vmId);
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId") && message.hostId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.hostId);
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.memoryBytes);
                if (message.usedMemoryBytes != null && $Object.hasOwnProperty.call(message, "usedMemoryBytes"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.usedMemoryBytes);
                if (message.dirtyBytesPerSecond != null && $Object.hasOwnProperty.call(message, "dirtyBytesPerSecond"))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.dirtyBytesPerSecond);
                if (message.workingSetBytes != null && $Object.hasOwnProperty.call(message, "workingSetBytes"))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.workingSetBytes);
                if (message.outboundBytesPerSecond != null && $Object.hasOwnProperty.call(message, "outboundBytesPerSecond"))
                    writer.uint32(/* id 7, wireType 1 =*/57).double(message.outboundBytesPerSecond);
                if (message.inboundBytesPerSecond != null && $Object.hasOwnProperty.call(message, "inboundBytesPerSecond"))
                    writer.uint32(/* id 8, wireType 1 =*/65).double(message.inboundBytesPerSecond);
                if (message.postCopy != null && $Object.hasOwnProperty.call(message, "postCopy") && message.postCopy !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).int32(message.postCopy);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a VmSnapshot message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.VmSnapshot
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.VmSnapshot & contraflow.v1.VmSnapshot.$Shape} VmSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            VmSnapshot.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.VmSnapshot();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.vmId = value;
                            else
                                delete message.vmId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hostId = value;
                            else
                                delete message.hostId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.memoryBytes = reader.uint64();
                            message._memoryBytes = "memoryBytes";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.usedMemoryBytes = reader.uint64();
                            message._usedMemoryBytes = "usedMemoryBytes";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            message.dirtyBytesPerSecond = reader.double();
                            message._dirtyBytesPerSecond = "dirtyBytesPerSecond";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.workingSetBytes = reader.uint64();
                            message._workingSetBytes = "workingSetBytes";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            message.outboundBytesPerSecond = reader.double();
                            message._outboundBytesPerSecond = "outboundBytesPerSecond";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 1)
                                break;
                            message.inboundBytesPerSecond = reader.double();
                            message._inboundBytesPerSecond = "inboundBytesPerSecond";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.postCopy = value;
                            else
                                delete message.postCopy;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a VmSnapshot message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.VmSnapshot
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.VmSnapshot} VmSnapshot
             */
            VmSnapshot.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.VmSnapshot)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.VmSnapshot: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.VmSnapshot();
                if (object.vmId != null)
                    if (typeof object.vmId !== "string" || object.vmId.length)
                        message.vmId = $String(object.vmId);
                if (object.hostId != null)
                    if (typeof object.hostId !== "string" || object.hostId.length)
                        message.hostId = $String(object.hostId);
                if (object.memoryBytes != null)
                    if ($util.Long)
                        message.memoryBytes = $util.Long.fromValue(object.memoryBytes, true);
                    else if (typeof object.memoryBytes === "string")
                        message.memoryBytes = $parseInt(object.memoryBytes, 10);
                    else if (typeof object.memoryBytes === "number")
                        message.memoryBytes = object.memoryBytes;
                    else if (typeof object.memoryBytes === "object")
                        message.memoryBytes = new $util.LongBits(object.memoryBytes.low >>> 0, object.memoryBytes.high >>> 0).toNumber(true);
                if (object.usedMemoryBytes != null)
                    if ($util.Long)
                        message.usedMemoryBytes = $util.Long.fromValue(object.usedMemoryBytes, true);
                    else if (typeof object.usedMemoryBytes === "string")
                        message.usedMemoryBytes = $parseInt(object.usedMemoryBytes, 10);
                    else if (typeof object.usedMemoryBytes === "number")
                        message.usedMemoryBytes = object.usedMemoryBytes;
                    else if (typeof object.usedMemoryBytes === "object")
                        message.usedMemoryBytes = new $util.LongBits(object.usedMemoryBytes.low >>> 0, object.usedMemoryBytes.high >>> 0).toNumber(true);
                if (object.dirtyBytesPerSecond != null)
                    message.dirtyBytesPerSecond = $Number(object.dirtyBytesPerSecond);
                if (object.workingSetBytes != null)
                    if ($util.Long)
                        message.workingSetBytes = $util.Long.fromValue(object.workingSetBytes, true);
                    else if (typeof object.workingSetBytes === "string")
                        message.workingSetBytes = $parseInt(object.workingSetBytes, 10);
                    else if (typeof object.workingSetBytes === "number")
                        message.workingSetBytes = object.workingSetBytes;
                    else if (typeof object.workingSetBytes === "object")
                        message.workingSetBytes = new $util.LongBits(object.workingSetBytes.low >>> 0, object.workingSetBytes.high >>> 0).toNumber(true);
                if (object.outboundBytesPerSecond != null)
                    message.outboundBytesPerSecond = $Number(object.outboundBytesPerSecond);
                if (object.inboundBytesPerSecond != null)
                    message.inboundBytesPerSecond = $Number(object.inboundBytesPerSecond);
                if (object.postCopy !== 0 && (typeof object.postCopy !== "string" || $root.contraflow.v1.PostCopy[object.postCopy] !== 0))
                    switch (object.postCopy) {
                    case "POST_COPY_UNSPECIFIED":
                    case 0:
                        message.postCopy = 0;
                        break;
                    case "ALLOWED":
                    case 1:
                        message.postCopy = 1;
                        break;
                    case "FORBIDDEN":
                    case 2:
                        message.postCopy = 2;
                        break;
                    default:
                        if (typeof object.postCopy === "number" && (object.postCopy | 0) === object.postCopy)
                            message.postCopy = object.postCopy;
                    }
                return message;
            };

            /**
             * Creates a plain object from a VmSnapshot message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.VmSnapshot
             * @static
             * @param {contraflow.v1.VmSnapshot} message VmSnapshot
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            VmSnapshot.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.vmId = "";
                    object.hostId = "";
                    object.postCopy = options.enums === $String ? "POST_COPY_UNSPECIFIED" : 0;
                }
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId"))
                    object.vmId = message.vmId;
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId"))
                    object.hostId = message.hostId;
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.memoryBytes = typeof message.memoryBytes === "number" ? $BigInt(message.memoryBytes) : $util.Long.fromBits(message.memoryBytes.low >>> 0, message.memoryBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.memoryBytes === "number")
                        object.memoryBytes = options.longs === $String ? $String(message.memoryBytes) : message.memoryBytes;
                    else
                        object.memoryBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.memoryBytes) : options.longs === $Number ? new $util.LongBits(message.memoryBytes.low >>> 0, message.memoryBytes.high >>> 0).toNumber(true) : message.memoryBytes;
                if (message.usedMemoryBytes != null && $Object.hasOwnProperty.call(message, "usedMemoryBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.usedMemoryBytes = typeof message.usedMemoryBytes === "number" ? $BigInt(message.usedMemoryBytes) : $util.Long.fromBits(message.usedMemoryBytes.low >>> 0, message.usedMemoryBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.usedMemoryBytes === "number")
                        object.usedMemoryBytes = options.longs === $String ? $String(message.usedMemoryBytes) : message.usedMemoryBytes;
                    else
                        object.usedMemoryBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.usedMemoryBytes) : options.longs === $Number ? new $util.LongBits(message.usedMemoryBytes.low >>> 0, message.usedMemoryBytes.high >>> 0).toNumber(true) : message.usedMemoryBytes;
                if (message.dirtyBytesPerSecond != null && $Object.hasOwnProperty.call(message, "dirtyBytesPerSecond"))
                    object.dirtyBytesPerSecond = options.json && !$isFinite(message.dirtyBytesPerSecond) ? $String(message.dirtyBytesPerSecond) : message.dirtyBytesPerSecond;
                if (message.workingSetBytes != null && $Object.hasOwnProperty.call(message, "workingSetBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.workingSetBytes = typeof message.workingSetBytes === "number" ? $BigInt(message.workingSetBytes) : $util.Long.fromBits(message.workingSetBytes.low >>> 0, message.workingSetBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.workingSetBytes === "number")
                        object.workingSetBytes = options.longs === $String ? $String(message.workingSetBytes) : message.workingSetBytes;
                    else
                        object.workingSetBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.workingSetBytes) : options.longs === $Number ? new $util.LongBits(message.workingSetBytes.low >>> 0, message.workingSetBytes.high >>> 0).toNumber(true) : message.workingSetBytes;
                if (message.outboundBytesPerSecond != null && $Object.hasOwnProperty.call(message, "outboundBytesPerSecond"))
                    object.outboundBytesPerSecond = options.json && !$isFinite(message.outboundBytesPerSecond) ? $String(message.outboundBytesPerSecond) : message.outboundBytesPerSecond;
                if (message.inboundBytesPerSecond != null && $Object.hasOwnProperty.call(message, "inboundBytesPerSecond"))
                    object.inboundBytesPerSecond = options.json && !$isFinite(message.inboundBytesPerSecond) ? $String(message.inboundBytesPerSecond) : message.inboundBytesPerSecond;
                if (message.postCopy != null && $Object.hasOwnProperty.call(message, "postCopy"))
                    object.postCopy = options.enums === $String ? $root.contraflow.v1.PostCopy[message.postCopy] === $undefined ? message.postCopy : $root.contraflow.v1.PostCopy[message.postCopy] : message.postCopy;
                return object;
            };

            /**
             * Converts this VmSnapshot to JSON.
             * @function toJSON
             * @memberof contraflow.v1.VmSnapshot
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            VmSnapshot.prototype.toJSON = function() {
                return VmSnapshot.toObject(this, $protobuf.util.toJSONOptions);
            };

            return VmSnapshot;
        })();

        v1.TrafficBatch = (function() {

            /**
             * Properties of a TrafficBatch.
             * @typedef {Object} contraflow.v1.TrafficBatch.$Properties
             * @property {string} [hostId] TrafficBatch hostId
             * @property {number|Long|null} [sequence] TrafficBatch sequence
             * @property {number|null} [sampleCount] TrafficBatch sampleCount
             * @property {number|Long|null} [sampleTimeUnixMilliseconds] TrafficBatch sampleTimeUnixMilliseconds
             * @property {number|Long|null} [monotonicMicroseconds] TrafficBatch monotonicMicroseconds
             * @property {Array.<contraflow.v1.VmTraffic.$Properties>} [samples] TrafficBatch samples
             * @property {Array.<contraflow.v1.LinkTraffic.$Properties>} [links] TrafficBatch links
             * @property {Array.<string>} [unknownTrafficVmIds] TrafficBatch unknownTrafficVmIds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TrafficBatch.
             * @memberof contraflow.v1
             * @interface ITrafficBatch
             * @augments contraflow.v1.TrafficBatch.$Properties
             * @deprecated Use contraflow.v1.TrafficBatch.$Properties instead.
             */

            /**
             * Shape of a TrafficBatch.
             * @typedef {contraflow.v1.TrafficBatch.$Properties} contraflow.v1.TrafficBatch.$Shape
             */

            /**
             * Constructs a new TrafficBatch.
             * @memberof contraflow.v1
             * @classdesc Represents a TrafficBatch.
             * @constructor
             * @param {contraflow.v1.TrafficBatch.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TrafficBatch = function (properties) {
                this.samples = [];
                this.links = [];
                this.unknownTrafficVmIds = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TrafficBatch hostId.
             * @member {string} hostId
             * @memberof contraflow.v1.TrafficBatch
             * @instance
             */
            TrafficBatch.prototype.hostId = "";

            /**
             * TrafficBatch sequence.
             * @member {number|Long|null} sequence
             * @memberof contraflow.v1.TrafficBatch
             * @instance
             */
            TrafficBatch.prototype.sequence = null;

            /**
             * TrafficBatch sampleCount.
             * @member {number|null} sampleCount
             * @memberof contraflow.v1.TrafficBatch
             * @instance
             */
            TrafficBatch.prototype.sampleCount = null;

            /**
             * TrafficBatch sampleTimeUnixMilliseconds.
             * @member {number|Long|null} sampleTimeUnixMilliseconds
             * @memberof contraflow.v1.TrafficBatch
             * @instance
             */
            TrafficBatch.prototype.sampleTimeUnixMilliseconds = null;

            /**
             * TrafficBatch monotonicMicroseconds.
             * @member {number|Long|null} monotonicMicroseconds
             * @memberof contraflow.v1.TrafficBatch
             * @instance
             */
            TrafficBatch.prototype.monotonicMicroseconds = null;

            /**
             * TrafficBatch samples.
             * @member {Array.<contraflow.v1.VmTraffic>} samples
             * @memberof contraflow.v1.TrafficBatch
             * @instance
             */
            TrafficBatch.prototype.samples = $util.emptyArray;

            /**
             * TrafficBatch links.
             * @member {Array.<contraflow.v1.LinkTraffic>} links
             * @memberof contraflow.v1.TrafficBatch
             * @instance
             */
            TrafficBatch.prototype.links = $util.emptyArray;

            /**
             * TrafficBatch unknownTrafficVmIds.
             * @member {Array.<string>} unknownTrafficVmIds
             * @memberof contraflow.v1.TrafficBatch
             * @instance
             */
            TrafficBatch.prototype.unknownTrafficVmIds = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TrafficBatch.prototype, "_sequence", {
                get: $util.oneOfGetter($oneOfFields = ["sequence"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TrafficBatch.prototype, "_sampleCount", {
                get: $util.oneOfGetter($oneOfFields = ["sampleCount"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TrafficBatch.prototype, "_sampleTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["sampleTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TrafficBatch.prototype, "_monotonicMicroseconds", {
                get: $util.oneOfGetter($oneOfFields = ["monotonicMicroseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new TrafficBatch instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.TrafficBatch
             * @static
             * @param {contraflow.v1.TrafficBatch.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.TrafficBatch} TrafficBatch instance
             * @type {{
             *   (properties: contraflow.v1.TrafficBatch.$Shape): contraflow.v1.TrafficBatch & contraflow.v1.TrafficBatch.$Shape;
             *   (properties?: contraflow.v1.TrafficBatch.$Properties): contraflow.v1.TrafficBatch;
             * }}
             */
            TrafficBatch.create = function(properties) {
                return new TrafficBatch(properties);
            };

            /**
             * Encodes the specified TrafficBatch message. Does not implicitly {@link contraflow.v1.TrafficBatch.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.TrafficBatch
             * @static
             * @param {contraflow.v1.TrafficBatch.$Properties} message TrafficBatch message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TrafficBatch.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId") && message.hostId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.hostId);
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.sequence);
                if (message.sampleCount != null && $Object.hasOwnProperty.call(message, "sampleCount"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.sampleCount);
                if (message.sampleTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "sampleTimeUnixMilliseconds"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.sampleTimeUnixMilliseconds);
                if (message.monotonicMicroseconds != null && $Object.hasOwnProperty.call(message, "monotonicMicroseconds"))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.monotonicMicroseconds);
                if (message.samples != null && message.samples.length)
                    for (let i = 0; i < message.samples.length; ++i)
                        $root.contraflow.v1.VmTraffic.encode(message.samples[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.links != null && message.links.length)
                    for (let i = 0; i < message.links.length; ++i)
                        $root.contraflow.v1.LinkTraffic.encode(message.links[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.unknownTrafficVmIds != null && message.unknownTrafficVmIds.length)
                    for (let i = 0; i < message.unknownTrafficVmIds.length; ++i)
                        writer.uint32(/* id 8, wireType 2 =*/66).string(message.unknownTrafficVmIds[i]);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TrafficBatch message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.TrafficBatch
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.TrafficBatch & contraflow.v1.TrafficBatch.$Shape} TrafficBatch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TrafficBatch.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.TrafficBatch();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hostId = value;
                            else
                                delete message.hostId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.sequence = reader.uint64();
                            message._sequence = "sequence";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.sampleCount = reader.uint32();
                            message._sampleCount = "sampleCount";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.sampleTimeUnixMilliseconds = reader.uint64();
                            message._sampleTimeUnixMilliseconds = "sampleTimeUnixMilliseconds";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.monotonicMicroseconds = reader.uint64();
                            message._monotonicMicroseconds = "monotonicMicroseconds";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.samples && message.samples.length))
                                message.samples = [];
                            message.samples.push($root.contraflow.v1.VmTraffic.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.links && message.links.length))
                                message.links = [];
                            message.links.push($root.contraflow.v1.LinkTraffic.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.unknownTrafficVmIds && message.unknownTrafficVmIds.length))
                                message.unknownTrafficVmIds = [];
                            message.unknownTrafficVmIds.push(reader.stringVerify());
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TrafficBatch message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.TrafficBatch
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.TrafficBatch} TrafficBatch
             */
            TrafficBatch.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.TrafficBatch)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.TrafficBatch: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.TrafficBatch();
                if (object.hostId != null)
                    if (typeof object.hostId !== "string" || object.hostId.length)
                        message.hostId = $String(object.hostId);
                if (object.sequence != null)
                    if ($util.Long)
                        message.sequence = $util.Long.fromValue(object.sequence, true);
                    else if (typeof object.sequence === "string")
                        message.sequence = $parseInt(object.sequence, 10);
                    else if (typeof object.sequence === "number")
                        message.sequence = object.sequence;
                    else if (typeof object.sequence === "object")
                        message.sequence = new $util.LongBits(object.sequence.low >>> 0, object.sequence.high >>> 0).toNumber(true);
                if (object.sampleCount != null)
                    message.sampleCount = object.sampleCount >>> 0;
                if (object.sampleTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.sampleTimeUnixMilliseconds = $util.Long.fromValue(object.sampleTimeUnixMilliseconds, true);
                    else if (typeof object.sampleTimeUnixMilliseconds === "string")
                        message.sampleTimeUnixMilliseconds = $parseInt(object.sampleTimeUnixMilliseconds, 10);
                    else if (typeof object.sampleTimeUnixMilliseconds === "number")
                        message.sampleTimeUnixMilliseconds = object.sampleTimeUnixMilliseconds;
                    else if (typeof object.sampleTimeUnixMilliseconds === "object")
                        message.sampleTimeUnixMilliseconds = new $util.LongBits(object.sampleTimeUnixMilliseconds.low >>> 0, object.sampleTimeUnixMilliseconds.high >>> 0).toNumber(true);
                if (object.monotonicMicroseconds != null)
                    if ($util.Long)
                        message.monotonicMicroseconds = $util.Long.fromValue(object.monotonicMicroseconds, true);
                    else if (typeof object.monotonicMicroseconds === "string")
                        message.monotonicMicroseconds = $parseInt(object.monotonicMicroseconds, 10);
                    else if (typeof object.monotonicMicroseconds === "number")
                        message.monotonicMicroseconds = object.monotonicMicroseconds;
                    else if (typeof object.monotonicMicroseconds === "object")
                        message.monotonicMicroseconds = new $util.LongBits(object.monotonicMicroseconds.low >>> 0, object.monotonicMicroseconds.high >>> 0).toNumber(true);
                if (object.samples) {
                    if (!$Array.isArray(object.samples))
                        throw $TypeError(".contraflow.v1.TrafficBatch.samples: array expected");
                    message.samples = $Array(object.samples.length);
                    for (let i = 0; i < object.samples.length; ++i) {
                        if (!$util.isObject(object.samples[i]))
                            throw $TypeError(".contraflow.v1.TrafficBatch.samples: object expected");
                        message.samples[i] = $root.contraflow.v1.VmTraffic.fromObject(object.samples[i], _depth + 1);
                    }
                }
                if (object.links) {
                    if (!$Array.isArray(object.links))
                        throw $TypeError(".contraflow.v1.TrafficBatch.links: array expected");
                    message.links = $Array(object.links.length);
                    for (let i = 0; i < object.links.length; ++i) {
                        if (!$util.isObject(object.links[i]))
                            throw $TypeError(".contraflow.v1.TrafficBatch.links: object expected");
                        message.links[i] = $root.contraflow.v1.LinkTraffic.fromObject(object.links[i], _depth + 1);
                    }
                }
                if (object.unknownTrafficVmIds) {
                    if (!$Array.isArray(object.unknownTrafficVmIds))
                        throw $TypeError(".contraflow.v1.TrafficBatch.unknownTrafficVmIds: array expected");
                    message.unknownTrafficVmIds = $Array(object.unknownTrafficVmIds.length);
                    for (let i = 0; i < object.unknownTrafficVmIds.length; ++i)
                        message.unknownTrafficVmIds[i] = $String(object.unknownTrafficVmIds[i]);
                }
                return message;
            };

            /**
             * Creates a plain object from a TrafficBatch message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.TrafficBatch
             * @static
             * @param {contraflow.v1.TrafficBatch} message TrafficBatch
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TrafficBatch.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.samples = [];
                    object.links = [];
                    object.unknownTrafficVmIds = [];
                }
                if (options.defaults)
                    object.hostId = "";
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId"))
                    object.hostId = message.hostId;
                if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.sequence = typeof message.sequence === "number" ? $BigInt(message.sequence) : $util.Long.fromBits(message.sequence.low >>> 0, message.sequence.high >>> 0, true).toBigInt();
                    else if (typeof message.sequence === "number")
                        object.sequence = options.longs === $String ? $String(message.sequence) : message.sequence;
                    else
                        object.sequence = options.longs === $String ? $util.Long.prototype.toString.call(message.sequence) : options.longs === $Number ? new $util.LongBits(message.sequence.low >>> 0, message.sequence.high >>> 0).toNumber(true) : message.sequence;
                if (message.sampleCount != null && $Object.hasOwnProperty.call(message, "sampleCount"))
                    object.sampleCount = message.sampleCount;
                if (message.sampleTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "sampleTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.sampleTimeUnixMilliseconds = typeof message.sampleTimeUnixMilliseconds === "number" ? $BigInt(message.sampleTimeUnixMilliseconds) : $util.Long.fromBits(message.sampleTimeUnixMilliseconds.low >>> 0, message.sampleTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.sampleTimeUnixMilliseconds === "number")
                        object.sampleTimeUnixMilliseconds = options.longs === $String ? $String(message.sampleTimeUnixMilliseconds) : message.sampleTimeUnixMilliseconds;
                    else
                        object.sampleTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.sampleTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.sampleTimeUnixMilliseconds.low >>> 0, message.sampleTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.sampleTimeUnixMilliseconds;
                if (message.monotonicMicroseconds != null && $Object.hasOwnProperty.call(message, "monotonicMicroseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.monotonicMicroseconds = typeof message.monotonicMicroseconds === "number" ? $BigInt(message.monotonicMicroseconds) : $util.Long.fromBits(message.monotonicMicroseconds.low >>> 0, message.monotonicMicroseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.monotonicMicroseconds === "number")
                        object.monotonicMicroseconds = options.longs === $String ? $String(message.monotonicMicroseconds) : message.monotonicMicroseconds;
                    else
                        object.monotonicMicroseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.monotonicMicroseconds) : options.longs === $Number ? new $util.LongBits(message.monotonicMicroseconds.low >>> 0, message.monotonicMicroseconds.high >>> 0).toNumber(true) : message.monotonicMicroseconds;
                if (message.samples && message.samples.length) {
                    object.samples = $Array(message.samples.length);
                    for (let j = 0; j < message.samples.length; ++j)
                        object.samples[j] = $root.contraflow.v1.VmTraffic.toObject(message.samples[j], options, _depth + 1);
                }
                if (message.links && message.links.length) {
                    object.links = $Array(message.links.length);
                    for (let j = 0; j < message.links.length; ++j)
                        object.links[j] = $root.contraflow.v1.LinkTraffic.toObject(message.links[j], options, _depth + 1);
                }
                if (message.unknownTrafficVmIds && message.unknownTrafficVmIds.length) {
                    object.unknownTrafficVmIds = $Array(message.unknownTrafficVmIds.length);
                    for (let j = 0; j < message.unknownTrafficVmIds.length; ++j)
                        object.unknownTrafficVmIds[j] = message.unknownTrafficVmIds[j];
                }
                return object;
            };

            /**
             * Converts this TrafficBatch to JSON.
             * @function toJSON
             * @memberof contraflow.v1.TrafficBatch
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TrafficBatch.prototype.toJSON = function() {
                return TrafficBatch.toObject(this, $protobuf.util.toJSONOptions);
            };

            return TrafficBatch;
        })();

        v1.VmTraffic = (function() {

            /**
             * Properties of a VmTraffic.
             * @typedef {Object} contraflow.v1.VmTraffic.$Properties
             * @property {string} [vmId] VmTraffic vmId
             * @property {number|null} [counterEpoch] VmTraffic counterEpoch
             * @property {number|Long|null} [outboundBytes] VmTraffic outboundBytes
             * @property {number|Long|null} [inboundBytes] VmTraffic inboundBytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a VmTraffic.
             * @memberof contraflow.v1
             * @interface IVmTraffic
             * @augments contraflow.v1.VmTraffic.$Properties
             * @deprecated Use contraflow.v1.VmTraffic.$Properties instead.
             */

            /**
             * Shape of a VmTraffic.
             * @typedef {contraflow.v1.VmTraffic.$Properties} contraflow.v1.VmTraffic.$Shape
             */

            /**
             * Constructs a new VmTraffic.
             * @memberof contraflow.v1
             * @classdesc Represents a VmTraffic.
             * @constructor
             * @param {contraflow.v1.VmTraffic.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const VmTraffic = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * VmTraffic vmId.
             * @member {string} vmId
             * @memberof contraflow.v1.VmTraffic
             * @instance
             */
            VmTraffic.prototype.vmId = "";

            /**
             * VmTraffic counterEpoch.
             * @member {number|null} counterEpoch
             * @memberof contraflow.v1.VmTraffic
             * @instance
             */
            VmTraffic.prototype.counterEpoch = null;

            /**
             * VmTraffic outboundBytes.
             * @member {number|Long|null} outboundBytes
             * @memberof contraflow.v1.VmTraffic
             * @instance
             */
            VmTraffic.prototype.outboundBytes = null;

            /**
             * VmTraffic inboundBytes.
             * @member {number|Long|null} inboundBytes
             * @memberof contraflow.v1.VmTraffic
             * @instance
             */
            VmTraffic.prototype.inboundBytes = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmTraffic.prototype, "_counterEpoch", {
                get: $util.oneOfGetter($oneOfFields = ["counterEpoch"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmTraffic.prototype, "_outboundBytes", {
                get: $util.oneOfGetter($oneOfFields = ["outboundBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmTraffic.prototype, "_inboundBytes", {
                get: $util.oneOfGetter($oneOfFields = ["inboundBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new VmTraffic instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.VmTraffic
             * @static
             * @param {contraflow.v1.VmTraffic.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.VmTraffic} VmTraffic instance
             * @type {{
             *   (properties: contraflow.v1.VmTraffic.$Shape): contraflow.v1.VmTraffic & contraflow.v1.VmTraffic.$Shape;
             *   (properties?: contraflow.v1.VmTraffic.$Properties): contraflow.v1.VmTraffic;
             * }}
             */
            VmTraffic.create = function(properties) {
                return new VmTraffic(properties);
            };

            /**
             * Encodes the specified VmTraffic message. Does not implicitly {@link contraflow.v1.VmTraffic.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.VmTraffic
             * @static
             * @param {contraflow.v1.VmTraffic.$Properties} message VmTraffic message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            VmTraffic.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId") && message.vmId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.vmId);
                if (message.counterEpoch != null && $Object.hasOwnProperty.call(message, "counterEpoch"))
                    writer.uint32(/* id 2, wireType 5 =*/21).fixed32(message.counterEpoch);
                if (message.outboundBytes != null && $Object.hasOwnProperty.call(message, "outboundBytes"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.outboundBytes);
                if (message.inboundBytes != null && $Object.hasOwnProperty.call(message, "inboundBytes"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.inboundBytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a VmTraffic message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.VmTraffic
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.VmTraffic & contraflow.v1.VmTraffic.$Shape} VmTraffic
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            VmTraffic.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.VmTraffic();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.vmId = value;
                            else
                                delete message.vmId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            message.counterEpoch = reader.fixed32();
                            message._counterEpoch = "counterEpoch";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.outboundBytes = reader.uint64();
                            message._outboundBytes = "outboundBytes";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.inboundBytes = reader.uint64();
                            message._inboundBytes = "inboundBytes";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a VmTraffic message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.VmTraffic
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.VmTraffic} VmTraffic
             */
            VmTraffic.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.VmTraffic)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.VmTraffic: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.VmTraffic();
                if (object.vmId != null)
                    if (typeof object.vmId !== "string" || object.vmId.length)
                        message.vmId = $String(object.vmId);
                if (object.counterEpoch != null)
                    message.counterEpoch = object.counterEpoch >>> 0;
                if (object.outboundBytes != null)
                    if ($util.Long)
                        message.outboundBytes = $util.Long.fromValue(object.outboundBytes, true);
                    else if (typeof object.outboundBytes === "string")
                        message.outboundBytes = $parseInt(object.outboundBytes, 10);
                    else if (typeof object.outboundBytes === "number")
                        message.outboundBytes = object.outboundBytes;
                    else if (typeof object.outboundBytes === "object")
                        message.outboundBytes = new $util.LongBits(object.outboundBytes.low >>> 0, object.outboundBytes.high >>> 0).toNumber(true);
                if (object.inboundBytes != null)
                    if ($util.Long)
                        message.inboundBytes = $util.Long.fromValue(object.inboundBytes, true);
                    else if (typeof object.inboundBytes === "string")
                        message.inboundBytes = $parseInt(object.inboundBytes, 10);
                    else if (typeof object.inboundBytes === "number")
                        message.inboundBytes = object.inboundBytes;
                    else if (typeof object.inboundBytes === "object")
                        message.inboundBytes = new $util.LongBits(object.inboundBytes.low >>> 0, object.inboundBytes.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a VmTraffic message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.VmTraffic
             * @static
             * @param {contraflow.v1.VmTraffic} message VmTraffic
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            VmTraffic.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.vmId = "";
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId"))
                    object.vmId = message.vmId;
                if (message.counterEpoch != null && $Object.hasOwnProperty.call(message, "counterEpoch"))
                    object.counterEpoch = message.counterEpoch;
                if (message.outboundBytes != null && $Object.hasOwnProperty.call(message, "outboundBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.outboundBytes = typeof message.outboundBytes === "number" ? $BigInt(message.outboundBytes) : $util.Long.fromBits(message.outboundBytes.low >>> 0, message.outboundBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.outboundBytes === "number")
                        object.outboundBytes = options.longs === $String ? $String(message.outboundBytes) : message.outboundBytes;
                    else
                        object.outboundBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.outboundBytes) : options.longs === $Number ? new $util.LongBits(message.outboundBytes.low >>> 0, message.outboundBytes.high >>> 0).toNumber(true) : message.outboundBytes;
                if (message.inboundBytes != null && $Object.hasOwnProperty.call(message, "inboundBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.inboundBytes = typeof message.inboundBytes === "number" ? $BigInt(message.inboundBytes) : $util.Long.fromBits(message.inboundBytes.low >>> 0, message.inboundBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.inboundBytes === "number")
                        object.inboundBytes = options.longs === $String ? $String(message.inboundBytes) : message.inboundBytes;
                    else
                        object.inboundBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.inboundBytes) : options.longs === $Number ? new $util.LongBits(message.inboundBytes.low >>> 0, message.inboundBytes.high >>> 0).toNumber(true) : message.inboundBytes;
                return object;
            };

            /**
             * Converts this VmTraffic to JSON.
             * @function toJSON
             * @memberof contraflow.v1.VmTraffic
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            VmTraffic.prototype.toJSON = function() {
                return VmTraffic.toObject(this, $protobuf.util.toJSONOptions);
            };

            return VmTraffic;
        })();

        v1.LinkTraffic = (function() {

            /**
             * Properties of a LinkTraffic.
             * @typedef {Object} contraflow.v1.LinkTraffic.$Properties
             * @property {string} [name] LinkTraffic name
             * @property {number|null} [counterEpoch] LinkTraffic counterEpoch
             * @property {number|Long|null} [egressBytes] LinkTraffic egressBytes
             * @property {number|Long|null} [ingressBytes] LinkTraffic ingressBytes
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a LinkTraffic.
             * @memberof contraflow.v1
             * @interface ILinkTraffic
             * @augments contraflow.v1.LinkTraffic.$Properties
             * @deprecated Use contraflow.v1.LinkTraffic.$Properties instead.
             */

            /**
             * Shape of a LinkTraffic.
             * @typedef {contraflow.v1.LinkTraffic.$Properties} contraflow.v1.LinkTraffic.$Shape
             */

            /**
             * Constructs a new LinkTraffic.
             * @memberof contraflow.v1
             * @classdesc Represents a LinkTraffic.
             * @constructor
             * @param {contraflow.v1.LinkTraffic.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const LinkTraffic = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * LinkTraffic name.
             * @member {string} name
             * @memberof contraflow.v1.LinkTraffic
             * @instance
             */
            LinkTraffic.prototype.name = "";

            /**
             * LinkTraffic counterEpoch.
             * @member {number|null} counterEpoch
             * @memberof contraflow.v1.LinkTraffic
             * @instance
             */
            LinkTraffic.prototype.counterEpoch = null;

            /**
             * LinkTraffic egressBytes.
             * @member {number|Long|null} egressBytes
             * @memberof contraflow.v1.LinkTraffic
             * @instance
             */
            LinkTraffic.prototype.egressBytes = null;

            /**
             * LinkTraffic ingressBytes.
             * @member {number|Long|null} ingressBytes
             * @memberof contraflow.v1.LinkTraffic
             * @instance
             */
            LinkTraffic.prototype.ingressBytes = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(LinkTraffic.prototype, "_counterEpoch", {
                get: $util.oneOfGetter($oneOfFields = ["counterEpoch"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(LinkTraffic.prototype, "_egressBytes", {
                get: $util.oneOfGetter($oneOfFields = ["egressBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(LinkTraffic.prototype, "_ingressBytes", {
                get: $util.oneOfGetter($oneOfFields = ["ingressBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new LinkTraffic instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.LinkTraffic
             * @static
             * @param {contraflow.v1.LinkTraffic.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.LinkTraffic} LinkTraffic instance
             * @type {{
             *   (properties: contraflow.v1.LinkTraffic.$Shape): contraflow.v1.LinkTraffic & contraflow.v1.LinkTraffic.$Shape;
             *   (properties?: contraflow.v1.LinkTraffic.$Properties): contraflow.v1.LinkTraffic;
             * }}
             */
            LinkTraffic.create = function(properties) {
                return new LinkTraffic(properties);
            };

            /**
             * Encodes the specified LinkTraffic message. Does not implicitly {@link contraflow.v1.LinkTraffic.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.LinkTraffic
             * @static
             * @param {contraflow.v1.LinkTraffic.$Properties} message LinkTraffic message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            LinkTraffic.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.counterEpoch != null && $Object.hasOwnProperty.call(message, "counterEpoch"))
                    writer.uint32(/* id 2, wireType 5 =*/21).fixed32(message.counterEpoch);
                if (message.egressBytes != null && $Object.hasOwnProperty.call(message, "egressBytes"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.egressBytes);
                if (message.ingressBytes != null && $Object.hasOwnProperty.call(message, "ingressBytes"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.ingressBytes);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a LinkTraffic message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.LinkTraffic
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.LinkTraffic & contraflow.v1.LinkTraffic.$Shape} LinkTraffic
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            LinkTraffic.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.LinkTraffic();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 5)
                                break;
                            message.counterEpoch = reader.fixed32();
                            message._counterEpoch = "counterEpoch";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.egressBytes = reader.uint64();
                            message._egressBytes = "egressBytes";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.ingressBytes = reader.uint64();
                            message._ingressBytes = "ingressBytes";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a LinkTraffic message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.LinkTraffic
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.LinkTraffic} LinkTraffic
             */
            LinkTraffic.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.LinkTraffic)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.LinkTraffic: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.LinkTraffic();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.counterEpoch != null)
                    message.counterEpoch = object.counterEpoch >>> 0;
                if (object.egressBytes != null)
                    if ($util.Long)
                        message.egressBytes = $util.Long.fromValue(object.egressBytes, true);
                    else if (typeof object.egressBytes === "string")
                        message.egressBytes = $parseInt(object.egressBytes, 10);
                    else if (typeof object.egressBytes === "number")
                        message.egressBytes = object.egressBytes;
                    else if (typeof object.egressBytes === "object")
                        message.egressBytes = new $util.LongBits(object.egressBytes.low >>> 0, object.egressBytes.high >>> 0).toNumber(true);
                if (object.ingressBytes != null)
                    if ($util.Long)
                        message.ingressBytes = $util.Long.fromValue(object.ingressBytes, true);
                    else if (typeof object.ingressBytes === "string")
                        message.ingressBytes = $parseInt(object.ingressBytes, 10);
                    else if (typeof object.ingressBytes === "number")
                        message.ingressBytes = object.ingressBytes;
                    else if (typeof object.ingressBytes === "object")
                        message.ingressBytes = new $util.LongBits(object.ingressBytes.low >>> 0, object.ingressBytes.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a LinkTraffic message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.LinkTraffic
             * @static
             * @param {contraflow.v1.LinkTraffic} message LinkTraffic
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            LinkTraffic.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.name = "";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.counterEpoch != null && $Object.hasOwnProperty.call(message, "counterEpoch"))
                    object.counterEpoch = message.counterEpoch;
                if (message.egressBytes != null && $Object.hasOwnProperty.call(message, "egressBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.egressBytes = typeof message.egressBytes === "number" ? $BigInt(message.egressBytes) : $util.Long.fromBits(message.egressBytes.low >>> 0, message.egressBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.egressBytes === "number")
                        object.egressBytes = options.longs === $String ? $String(message.egressBytes) : message.egressBytes;
                    else
                        object.egressBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.egressBytes) : options.longs === $Number ? new $util.LongBits(message.egressBytes.low >>> 0, message.egressBytes.high >>> 0).toNumber(true) : message.egressBytes;
                if (message.ingressBytes != null && $Object.hasOwnProperty.call(message, "ingressBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.ingressBytes = typeof message.ingressBytes === "number" ? $BigInt(message.ingressBytes) : $util.Long.fromBits(message.ingressBytes.low >>> 0, message.ingressBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.ingressBytes === "number")
                        object.ingressBytes = options.longs === $String ? $String(message.ingressBytes) : message.ingressBytes;
                    else
                        object.ingressBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.ingressBytes) : options.longs === $Number ? new $util.LongBits(message.ingressBytes.low >>> 0, message.ingressBytes.high >>> 0).toNumber(true) : message.ingressBytes;
                return object;
            };

            /**
             * Converts this LinkTraffic to JSON.
             * @function toJSON
             * @memberof contraflow.v1.LinkTraffic
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            LinkTraffic.prototype.toJSON = function() {
                return LinkTraffic.toObject(this, $protobuf.util.toJSONOptions);
            };

            return LinkTraffic;
        })();

        v1.HostReport = (function() {

            /**
             * Properties of a HostReport.
             * @typedef {Object} contraflow.v1.HostReport.$Properties
             * @property {string} [hostId] HostReport hostId
             * @property {number|Long|null} [reportTimeUnixMilliseconds] HostReport reportTimeUnixMilliseconds
             * @property {Array.<contraflow.v1.Link.$Properties>} [links] HostReport links
             * @property {number|Long|null} [memoryBytes] HostReport memoryBytes
             * @property {number|Long|null} [freeMemoryBytes] HostReport freeMemoryBytes
             * @property {contraflow.v1.PostCopySupport.$Properties} [postCopy] HostReport postCopy
             * @property {Array.<contraflow.v1.VmReport.$Properties>} [vms] HostReport vms
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HostReport.
             * @memberof contraflow.v1
             * @interface IHostReport
             * @augments contraflow.v1.HostReport.$Properties
             * @deprecated Use contraflow.v1.HostReport.$Properties instead.
             */

            /**
             * Shape of a HostReport.
             * @typedef {contraflow.v1.HostReport.$Properties} contraflow.v1.HostReport.$Shape
             */

            /**
             * Constructs a new HostReport.
             * @memberof contraflow.v1
             * @classdesc Represents a HostReport.
             * @constructor
             * @param {contraflow.v1.HostReport.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HostReport = function (properties) {
                this.links = [];
                this.vms = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HostReport hostId.
             * @member {string} hostId
             * @memberof contraflow.v1.HostReport
             * @instance
             */
            HostReport.prototype.hostId = "";

            /**
             * HostReport reportTimeUnixMilliseconds.
             * @member {number|Long|null} reportTimeUnixMilliseconds
             * @memberof contraflow.v1.HostReport
             * @instance
             */
            HostReport.prototype.reportTimeUnixMilliseconds = null;

            /**
             * HostReport links.
             * @member {Array.<contraflow.v1.Link>} links
             * @memberof contraflow.v1.HostReport
             * @instance
             */
            HostReport.prototype.links = $util.emptyArray;

            /**
             * HostReport memoryBytes.
             * @member {number|Long|null} memoryBytes
             * @memberof contraflow.v1.HostReport
             * @instance
             */
            HostReport.prototype.memoryBytes = null;

            /**
             * HostReport freeMemoryBytes.
             * @member {number|Long|null} freeMemoryBytes
             * @memberof contraflow.v1.HostReport
             * @instance
             */
            HostReport.prototype.freeMemoryBytes = null;

            /**
             * HostReport postCopy.
             * @member {contraflow.v1.PostCopySupport} postCopy
             * @memberof contraflow.v1.HostReport
             * @instance
             */
            HostReport.prototype.postCopy = null;

            /**
             * HostReport vms.
             * @member {Array.<contraflow.v1.VmReport>} vms
             * @memberof contraflow.v1.HostReport
             * @instance
             */
            HostReport.prototype.vms = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HostReport.prototype, "_reportTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["reportTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HostReport.prototype, "_memoryBytes", {
                get: $util.oneOfGetter($oneOfFields = ["memoryBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HostReport.prototype, "_freeMemoryBytes", {
                get: $util.oneOfGetter($oneOfFields = ["freeMemoryBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new HostReport instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.HostReport
             * @static
             * @param {contraflow.v1.HostReport.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.HostReport} HostReport instance
             * @type {{
             *   (properties: contraflow.v1.HostReport.$Shape): contraflow.v1.HostReport & contraflow.v1.HostReport.$Shape;
             *   (properties?: contraflow.v1.HostReport.$Properties): contraflow.v1.HostReport;
             * }}
             */
            HostReport.create = function(properties) {
                return new HostReport(properties);
            };

            /**
             * Encodes the specified HostReport message. Does not implicitly {@link contraflow.v1.HostReport.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.HostReport
             * @static
             * @param {contraflow.v1.HostReport.$Properties} message HostReport message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HostReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId") && message.hostId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.hostId);
                if (message.reportTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "reportTimeUnixMilliseconds"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.reportTimeUnixMilliseconds);
                if (message.links != null && message.links.length)
                    for (let i = 0; i < message.links.length; ++i)
                        $root.contraflow.v1.Link.encode(message.links[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.memoryBytes);
                if (message.freeMemoryBytes != null && $Object.hasOwnProperty.call(message, "freeMemoryBytes"))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.freeMemoryBytes);
                if (message.postCopy != null && $Object.hasOwnProperty.call(message, "postCopy"))
                    $root.contraflow.v1.PostCopySupport.encode(message.postCopy, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.vms != null && message.vms.length)
                    for (let i = 0; i < message.vms.length; ++i)
                        $root.contraflow.v1.VmReport.encode(message.vms[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HostReport message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.HostReport
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.HostReport & contraflow.v1.HostReport.$Shape} HostReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HostReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.HostReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hostId = value;
                            else
                                delete message.hostId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.reportTimeUnixMilliseconds = reader.uint64();
                            message._reportTimeUnixMilliseconds = "reportTimeUnixMilliseconds";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.links && message.links.length))
                                message.links = [];
                            message.links.push($root.contraflow.v1.Link.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.memoryBytes = reader.uint64();
                            message._memoryBytes = "memoryBytes";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.freeMemoryBytes = reader.uint64();
                            message._freeMemoryBytes = "freeMemoryBytes";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.postCopy = $root.contraflow.v1.PostCopySupport.decode(reader, reader.size(), $undefined, _depth + 1, message.postCopy);
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.vms && message.vms.length))
                                message.vms = [];
                            message.vms.push($root.contraflow.v1.VmReport.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a HostReport message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.HostReport
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.HostReport} HostReport
             */
            HostReport.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.HostReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.HostReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.HostReport();
                if (object.hostId != null)
                    if (typeof object.hostId !== "string" || object.hostId.length)
                        message.hostId = $String(object.hostId);
                if (object.reportTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.reportTimeUnixMilliseconds = $util.Long.fromValue(object.reportTimeUnixMilliseconds, true);
                    else if (typeof object.reportTimeUnixMilliseconds === "string")
                        message.reportTimeUnixMilliseconds = $parseInt(object.reportTimeUnixMilliseconds, 10);
                    else if (typeof object.reportTimeUnixMilliseconds === "number")
                        message.reportTimeUnixMilliseconds = object.reportTimeUnixMilliseconds;
                    else if (typeof object.reportTimeUnixMilliseconds === "object")
                        message.reportTimeUnixMilliseconds = new $util.LongBits(object.reportTimeUnixMilliseconds.low >>> 0, object.reportTimeUnixMilliseconds.high >>> 0).toNumber(true);
                if (object.links) {
                    if (!$Array.isArray(object.links))
                        throw $TypeError(".contraflow.v1.HostReport.links: array expected");
                    message.links = $Array(object.links.length);
                    for (let i = 0; i < object.links.length; ++i) {
                        if (!$util.isObject(object.links[i]))
                            throw $TypeError(".contraflow.v1.HostReport.links: object expected");
                        message.links[i] = $root.contraflow.v1.Link.fromObject(object.links[i], _depth + 1);
                    }
                }
                if (object.memoryBytes != null)
                    if ($util.Long)
                        message.memoryBytes = $util.Long.fromValue(object.memoryBytes, true);
                    else if (typeof object.memoryBytes === "string")
                        message.memoryBytes = $parseInt(object.memoryBytes, 10);
                    else if (typeof object.memoryBytes === "number")
                        message.memoryBytes = object.memoryBytes;
                    else if (typeof object.memoryBytes === "object")
                        message.memoryBytes = new $util.LongBits(object.memoryBytes.low >>> 0, object.memoryBytes.high >>> 0).toNumber(true);
                if (object.freeMemoryBytes != null)
                    if ($util.Long)
                        message.freeMemoryBytes = $util.Long.fromValue(object.freeMemoryBytes, true);
                    else if (typeof object.freeMemoryBytes === "string")
                        message.freeMemoryBytes = $parseInt(object.freeMemoryBytes, 10);
                    else if (typeof object.freeMemoryBytes === "number")
                        message.freeMemoryBytes = object.freeMemoryBytes;
                    else if (typeof object.freeMemoryBytes === "object")
                        message.freeMemoryBytes = new $util.LongBits(object.freeMemoryBytes.low >>> 0, object.freeMemoryBytes.high >>> 0).toNumber(true);
                if (object.postCopy != null) {
                    if (!$util.isObject(object.postCopy))
                        throw $TypeError(".contraflow.v1.HostReport.postCopy: object expected");
                    message.postCopy = $root.contraflow.v1.PostCopySupport.fromObject(object.postCopy, _depth + 1);
                }
                if (object.vms) {
                    if (!$Array.isArray(object.vms))
                        throw $TypeError(".contraflow.v1.HostReport.vms: array expected");
                    message.vms = $Array(object.vms.length);
                    for (let i = 0; i < object.vms.length; ++i) {
                        if (!$util.isObject(object.vms[i]))
                            throw $TypeError(".contraflow.v1.HostReport.vms: object expected");
                        message.vms[i] = $root.contraflow.v1.VmReport.fromObject(object.vms[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a HostReport message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.HostReport
             * @static
             * @param {contraflow.v1.HostReport} message HostReport
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            HostReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.links = [];
                    object.vms = [];
                }
                if (options.defaults) {
                    object.hostId = "";
                    object.postCopy = null;
                }
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId"))
                    object.hostId = message.hostId;
                if (message.reportTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "reportTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.reportTimeUnixMilliseconds = typeof message.reportTimeUnixMilliseconds === "number" ? $BigInt(message.reportTimeUnixMilliseconds) : $util.Long.fromBits(message.reportTimeUnixMilliseconds.low >>> 0, message.reportTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.reportTimeUnixMilliseconds === "number")
                        object.reportTimeUnixMilliseconds = options.longs === $String ? $String(message.reportTimeUnixMilliseconds) : message.reportTimeUnixMilliseconds;
                    else
                        object.reportTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.reportTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.reportTimeUnixMilliseconds.low >>> 0, message.reportTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.reportTimeUnixMilliseconds;
                if (message.links && message.links.length) {
                    object.links = $Array(message.links.length);
                    for (let j = 0; j < message.links.length; ++j)
                        object.links[j] = $root.contraflow.v1.Link.toObject(message.links[j], options, _depth + 1);
                }
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.memoryBytes = typeof message.memoryBytes === "number" ? $BigInt(message.memoryBytes) : $util.Long.fromBits(message.memoryBytes.low >>> 0, message.memoryBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.memoryBytes === "number")
                        object.memoryBytes = options.longs === $String ? $String(message.memoryBytes) : message.memoryBytes;
                    else
                        object.memoryBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.memoryBytes) : options.longs === $Number ? new $util.LongBits(message.memoryBytes.low >>> 0, message.memoryBytes.high >>> 0).toNumber(true) : message.memoryBytes;
                if (message.freeMemoryBytes != null && $Object.hasOwnProperty.call(message, "freeMemoryBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.freeMemoryBytes = typeof message.freeMemoryBytes === "number" ? $BigInt(message.freeMemoryBytes) : $util.Long.fromBits(message.freeMemoryBytes.low >>> 0, message.freeMemoryBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.freeMemoryBytes === "number")
                        object.freeMemoryBytes = options.longs === $String ? $String(message.freeMemoryBytes) : message.freeMemoryBytes;
                    else
                        object.freeMemoryBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.freeMemoryBytes) : options.longs === $Number ? new $util.LongBits(message.freeMemoryBytes.low >>> 0, message.freeMemoryBytes.high >>> 0).toNumber(true) : message.freeMemoryBytes;
                if (message.postCopy != null && $Object.hasOwnProperty.call(message, "postCopy"))
                    object.postCopy = $root.contraflow.v1.PostCopySupport.toObject(message.postCopy, options, _depth + 1);
                if (message.vms && message.vms.length) {
                    object.vms = $Array(message.vms.length);
                    for (let j = 0; j < message.vms.length; ++j)
                        object.vms[j] = $root.contraflow.v1.VmReport.toObject(message.vms[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this HostReport to JSON.
             * @function toJSON
             * @memberof contraflow.v1.HostReport
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            HostReport.prototype.toJSON = function() {
                return HostReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            return HostReport;
        })();

        v1.Link = (function() {

            /**
             * Properties of a Link.
             * @typedef {Object} contraflow.v1.Link.$Properties
             * @property {string} [name] Link name
             * @property {number|null} [egressBytesPerSecond] Link egressBytesPerSecond
             * @property {number|null} [ingressBytesPerSecond] Link ingressBytesPerSecond
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Link.
             * @memberof contraflow.v1
             * @interface ILink
             * @augments contraflow.v1.Link.$Properties
             * @deprecated Use contraflow.v1.Link.$Properties instead.
             */

            /**
             * Shape of a Link.
             * @typedef {contraflow.v1.Link.$Properties} contraflow.v1.Link.$Shape
             */

            /**
             * Constructs a new Link.
             * @memberof contraflow.v1
             * @classdesc Represents a Link.
             * @constructor
             * @param {contraflow.v1.Link.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Link = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Link name.
             * @member {string} name
             * @memberof contraflow.v1.Link
             * @instance
             */
            Link.prototype.name = "";

            /**
             * Link egressBytesPerSecond.
             * @member {number|null} egressBytesPerSecond
             * @memberof contraflow.v1.Link
             * @instance
             */
            Link.prototype.egressBytesPerSecond = null;

            /**
             * Link ingressBytesPerSecond.
             * @member {number|null} ingressBytesPerSecond
             * @memberof contraflow.v1.Link
             * @instance
             */
            Link.prototype.ingressBytesPerSecond = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Link.prototype, "_egressBytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["egressBytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Link.prototype, "_ingressBytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["ingressBytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Link instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.Link
             * @static
             * @param {contraflow.v1.Link.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.Link} Link instance
             * @type {{
             *   (properties: contraflow.v1.Link.$Shape): contraflow.v1.Link & contraflow.v1.Link.$Shape;
             *   (properties?: contraflow.v1.Link.$Properties): contraflow.v1.Link;
             * }}
             */
            Link.create = function(properties) {
                return new Link(properties);
            };

            /**
             * Encodes the specified Link message. Does not implicitly {@link contraflow.v1.Link.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.Link
             * @static
             * @param {contraflow.v1.Link.$Properties} message Link message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Link.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.name != null && $Object.hasOwnProperty.call(message, "name") && message.name !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.name);
                if (message.egressBytesPerSecond != null && $Object.hasOwnProperty.call(message, "egressBytesPerSecond"))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.egressBytesPerSecond);
                if (message.ingressBytesPerSecond != null && $Object.hasOwnProperty.call(message, "ingressBytesPerSecond"))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.ingressBytesPerSecond);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Link message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.Link
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.Link & contraflow.v1.Link.$Shape} Link
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Link.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.Link();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.name = value;
                            else
                                delete message.name;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            message.egressBytesPerSecond = reader.double();
                            message._egressBytesPerSecond = "egressBytesPerSecond";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            message.ingressBytesPerSecond = reader.double();
                            message._ingressBytesPerSecond = "ingressBytesPerSecond";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Link message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.Link
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.Link} Link
             */
            Link.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.Link)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.Link: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.Link();
                if (object.name != null)
                    if (typeof object.name !== "string" || object.name.length)
                        message.name = $String(object.name);
                if (object.egressBytesPerSecond != null)
                    message.egressBytesPerSecond = $Number(object.egressBytesPerSecond);
                if (object.ingressBytesPerSecond != null)
                    message.ingressBytesPerSecond = $Number(object.ingressBytesPerSecond);
                return message;
            };

            /**
             * Creates a plain object from a Link message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.Link
             * @static
             * @param {contraflow.v1.Link} message Link
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Link.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.name = "";
                if (message.name != null && $Object.hasOwnProperty.call(message, "name"))
                    object.name = message.name;
                if (message.egressBytesPerSecond != null && $Object.hasOwnProperty.call(message, "egressBytesPerSecond"))
                    object.egressBytesPerSecond = options.json && !$isFinite(message.egressBytesPerSecond) ? $String(message.egressBytesPerSecond) : message.egressBytesPerSecond;
                if (message.ingressBytesPerSecond != null && $Object.hasOwnProperty.call(message, "ingressBytesPerSecond"))
                    object.ingressBytesPerSecond = options.json && !$isFinite(message.ingressBytesPerSecond) ? $String(message.ingressBytesPerSecond) : message.ingressBytesPerSecond;
                return object;
            };

            /**
             * Converts this Link to JSON.
             * @function toJSON
             * @memberof contraflow.v1.Link
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Link.prototype.toJSON = function() {
                return Link.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Link;
        })();

        v1.PostCopySupport = (function() {

            /**
             * Properties of a PostCopySupport.
             * @typedef {Object} contraflow.v1.PostCopySupport.$Properties
             * @property {boolean|null} [supported] PostCopySupport supported
             * @property {string|null} [reason] PostCopySupport reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PostCopySupport.
             * @memberof contraflow.v1
             * @interface IPostCopySupport
             * @augments contraflow.v1.PostCopySupport.$Properties
             * @deprecated Use contraflow.v1.PostCopySupport.$Properties instead.
             */

            /**
             * Shape of a PostCopySupport.
             * @typedef {contraflow.v1.PostCopySupport.$Properties} contraflow.v1.PostCopySupport.$Shape
             */

            /**
             * Constructs a new PostCopySupport.
             * @memberof contraflow.v1
             * @classdesc Represents a PostCopySupport.
             * @constructor
             * @param {contraflow.v1.PostCopySupport.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PostCopySupport = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PostCopySupport supported.
             * @member {boolean|null} supported
             * @memberof contraflow.v1.PostCopySupport
             * @instance
             */
            PostCopySupport.prototype.supported = null;

            /**
             * PostCopySupport reason.
             * @member {string|null} reason
             * @memberof contraflow.v1.PostCopySupport
             * @instance
             */
            PostCopySupport.prototype.reason = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(PostCopySupport.prototype, "_supported", {
                get: $util.oneOfGetter($oneOfFields = ["supported"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(PostCopySupport.prototype, "_reason", {
                get: $util.oneOfGetter($oneOfFields = ["reason"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new PostCopySupport instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.PostCopySupport
             * @static
             * @param {contraflow.v1.PostCopySupport.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.PostCopySupport} PostCopySupport instance
             * @type {{
             *   (properties: contraflow.v1.PostCopySupport.$Shape): contraflow.v1.PostCopySupport & contraflow.v1.PostCopySupport.$Shape;
             *   (properties?: contraflow.v1.PostCopySupport.$Properties): contraflow.v1.PostCopySupport;
             * }}
             */
            PostCopySupport.create = function(properties) {
                return new PostCopySupport(properties);
            };

            /**
             * Encodes the specified PostCopySupport message. Does not implicitly {@link contraflow.v1.PostCopySupport.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.PostCopySupport
             * @static
             * @param {contraflow.v1.PostCopySupport.$Properties} message PostCopySupport message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PostCopySupport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.supported != null && $Object.hasOwnProperty.call(message, "supported"))
                    writer.uint32(/* id 1, wireType 0 =*/8).bool(message.supported);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PostCopySupport message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.PostCopySupport
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.PostCopySupport & contraflow.v1.PostCopySupport.$Shape} PostCopySupport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PostCopySupport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.PostCopySupport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 0)
                                break;
                            message.supported = reader.bool();
                            message._supported = "supported";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.reason = reader.stringVerify();
                            message._reason = "reason";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a PostCopySupport message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.PostCopySupport
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.PostCopySupport} PostCopySupport
             */
            PostCopySupport.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.PostCopySupport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.PostCopySupport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.PostCopySupport();
                if (object.supported != null)
                    message.supported = $Boolean(object.supported);
                if (object.reason != null)
                    message.reason = $String(object.reason);
                return message;
            };

            /**
             * Creates a plain object from a PostCopySupport message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.PostCopySupport
             * @static
             * @param {contraflow.v1.PostCopySupport} message PostCopySupport
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            PostCopySupport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.supported != null && $Object.hasOwnProperty.call(message, "supported"))
                    object.supported = message.supported;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            /**
             * Converts this PostCopySupport to JSON.
             * @function toJSON
             * @memberof contraflow.v1.PostCopySupport
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            PostCopySupport.prototype.toJSON = function() {
                return PostCopySupport.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PostCopySupport;
        })();

        v1.VmReport = (function() {

            /**
             * Properties of a VmReport.
             * @typedef {Object} contraflow.v1.VmReport.$Properties
             * @property {string} [vmId] VmReport vmId
             * @property {number|null} [processId] VmReport processId
             * @property {number|Long|null} [memoryBytes] VmReport memoryBytes
             * @property {number|Long|null} [usedMemoryBytes] VmReport usedMemoryBytes
             * @property {boolean|null} [trafficKnown] VmReport trafficKnown
             * @property {Array.<contraflow.v1.VmNic.$Properties>} [nics] VmReport nics
             * @property {contraflow.v1.VmSpec.$Properties|null} [spec] VmReport spec
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a VmReport.
             * @memberof contraflow.v1
             * @interface IVmReport
             * @augments contraflow.v1.VmReport.$Properties
             * @deprecated Use contraflow.v1.VmReport.$Properties instead.
             */

            /**
             * Shape of a VmReport.
             * @typedef {contraflow.v1.VmReport.$Properties} contraflow.v1.VmReport.$Shape
             */

            /**
             * Constructs a new VmReport.
             * @memberof contraflow.v1
             * @classdesc Represents a VmReport.
             * @constructor
             * @param {contraflow.v1.VmReport.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const VmReport = function (properties) {
                this.nics = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * VmReport vmId.
             * @member {string} vmId
             * @memberof contraflow.v1.VmReport
             * @instance
             */
            VmReport.prototype.vmId = "";

            /**
             * VmReport processId.
             * @member {number|null} processId
             * @memberof contraflow.v1.VmReport
             * @instance
             */
            VmReport.prototype.processId = null;

            /**
             * VmReport memoryBytes.
             * @member {number|Long|null} memoryBytes
             * @memberof contraflow.v1.VmReport
             * @instance
             */
            VmReport.prototype.memoryBytes = null;

            /**
             * VmReport usedMemoryBytes.
             * @member {number|Long|null} usedMemoryBytes
             * @memberof contraflow.v1.VmReport
             * @instance
             */
            VmReport.prototype.usedMemoryBytes = null;

            /**
             * VmReport trafficKnown.
             * @member {boolean|null} trafficKnown
             * @memberof contraflow.v1.VmReport
             * @instance
             */
            VmReport.prototype.trafficKnown = null;

            /**
             * VmReport nics.
             * @member {Array.<contraflow.v1.VmNic>} nics
             * @memberof contraflow.v1.VmReport
             * @instance
             */
            VmReport.prototype.nics = $util.emptyArray;

            /**
             * VmReport spec.
             * @member {contraflow.v1.VmSpec|null} spec
             * @memberof contraflow.v1.VmReport
             * @instance
             */
            VmReport.prototype.spec = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmReport.prototype, "_processId", {
                get: $util.oneOfGetter($oneOfFields = ["processId"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmReport.prototype, "_memoryBytes", {
                get: $util.oneOfGetter($oneOfFields = ["memoryBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmReport.prototype, "_usedMemoryBytes", {
                get: $util.oneOfGetter($oneOfFields = ["usedMemoryBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmReport.prototype, "_trafficKnown", {
                get: $util.oneOfGetter($oneOfFields = ["trafficKnown"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmReport.prototype, "_spec", {
                get: $util.oneOfGetter($oneOfFields = ["spec"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new VmReport instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.VmReport
             * @static
             * @param {contraflow.v1.VmReport.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.VmReport} VmReport instance
             * @type {{
             *   (properties: contraflow.v1.VmReport.$Shape): contraflow.v1.VmReport & contraflow.v1.VmReport.$Shape;
             *   (properties?: contraflow.v1.VmReport.$Properties): contraflow.v1.VmReport;
             * }}
             */
            VmReport.create = function(properties) {
                return new VmReport(properties);
            };

            /**
             * Encodes the specified VmReport message. Does not implicitly {@link contraflow.v1.VmReport.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.VmReport
             * @static
             * @param {contraflow.v1.VmReport.$Properties} message VmReport message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            VmReport.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId") && message.vmId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.vmId);
                if (message.processId != null && $Object.hasOwnProperty.call(message, "processId"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.processId);
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.memoryBytes);
                if (message.usedMemoryBytes != null && $Object.hasOwnProperty.call(message, "usedMemoryBytes"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.usedMemoryBytes);
                if (message.trafficKnown != null && $Object.hasOwnProperty.call(message, "trafficKnown"))
                    writer.uint32(/* id 5, wireType 0 =*/40).bool(message.trafficKnown);
                if (message.nics != null && message.nics.length)
                    for (let i = 0; i < message.nics.length; ++i)
                        $root.contraflow.v1.VmNic.encode(message.nics[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
                    $root.contraflow.v1.VmSpec.encode(message.spec, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a VmReport message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.VmReport
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.VmReport & contraflow.v1.VmReport.$Shape} VmReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            VmReport.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.VmReport();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.vmId = value;
                            else
                                delete message.vmId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.processId = reader.uint32();
                            message._processId = "processId";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.memoryBytes = reader.uint64();
                            message._memoryBytes = "memoryBytes";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.usedMemoryBytes = reader.uint64();
                            message._usedMemoryBytes = "usedMemoryBytes";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.trafficKnown = reader.bool();
                            message._trafficKnown = "trafficKnown";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            if (!(message.nics && message.nics.length))
                                message.nics = [];
                            message.nics.push($root.contraflow.v1.VmNic.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            message.spec = $root.contraflow.v1.VmSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
                            message._spec = "spec";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a VmReport message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.VmReport
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.VmReport} VmReport
             */
            VmReport.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.VmReport)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.VmReport: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.VmReport();
                if (object.vmId != null)
                    if (typeof object.vmId !== "string" || object.vmId.length)
                        message.vmId = $String(object.vmId);
                if (object.processId != null)
                    message.processId = object.processId >>> 0;
                if (object.memoryBytes != null)
                    if ($util.Long)
                        message.memoryBytes = $util.Long.fromValue(object.memoryBytes, true);
                    else if (typeof object.memoryBytes === "string")
                        message.memoryBytes = $parseInt(object.memoryBytes, 10);
                    else if (typeof object.memoryBytes === "number")
                        message.memoryBytes = object.memoryBytes;
                    else if (typeof object.memoryBytes === "object")
                        message.memoryBytes = new $util.LongBits(object.memoryBytes.low >>> 0, object.memoryBytes.high >>> 0).toNumber(true);
                if (object.usedMemoryBytes != null)
                    if ($util.Long)
                        message.usedMemoryBytes = $util.Long.fromValue(object.usedMemoryBytes, true);
                    else if (typeof object.usedMemoryBytes === "string")
                        message.usedMemoryBytes = $parseInt(object.usedMemoryBytes, 10);
                    else if (typeof object.usedMemoryBytes === "number")
                        message.usedMemoryBytes = object.usedMemoryBytes;
                    else if (typeof object.usedMemoryBytes === "object")
                        message.usedMemoryBytes = new $util.LongBits(object.usedMemoryBytes.low >>> 0, object.usedMemoryBytes.high >>> 0).toNumber(true);
                if (object.trafficKnown != null)
                    message.trafficKnown = $Boolean(object.trafficKnown);
                if (object.nics) {
                    if (!$Array.isArray(object.nics))
                        throw $TypeError(".contraflow.v1.VmReport.nics: array expected");
                    message.nics = $Array(object.nics.length);
                    for (let i = 0; i < object.nics.length; ++i) {
                        if (!$util.isObject(object.nics[i]))
                            throw $TypeError(".contraflow.v1.VmReport.nics: object expected");
                        message.nics[i] = $root.contraflow.v1.VmNic.fromObject(object.nics[i], _depth + 1);
                    }
                }
                if (object.spec != null) {
                    if (!$util.isObject(object.spec))
                        throw $TypeError(".contraflow.v1.VmReport.spec: object expected");
                    message.spec = $root.contraflow.v1.VmSpec.fromObject(object.spec, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a VmReport message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.VmReport
             * @static
             * @param {contraflow.v1.VmReport} message VmReport
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            VmReport.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.nics = [];
                if (options.defaults)
                    object.vmId = "";
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId"))
                    object.vmId = message.vmId;
                if (message.processId != null && $Object.hasOwnProperty.call(message, "processId"))
                    object.processId = message.processId;
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.memoryBytes = typeof message.memoryBytes === "number" ? $BigInt(message.memoryBytes) : $util.Long.fromBits(message.memoryBytes.low >>> 0, message.memoryBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.memoryBytes === "number")
                        object.memoryBytes = options.longs === $String ? $String(message.memoryBytes) : message.memoryBytes;
                    else
                        object.memoryBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.memoryBytes) : options.longs === $Number ? new $util.LongBits(message.memoryBytes.low >>> 0, message.memoryBytes.high >>> 0).toNumber(true) : message.memoryBytes;
                if (message.usedMemoryBytes != null && $Object.hasOwnProperty.call(message, "usedMemoryBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.usedMemoryBytes = typeof message.usedMemoryBytes === "number" ? $BigInt(message.usedMemoryBytes) : $util.Long.fromBits(message.usedMemoryBytes.low >>> 0, message.usedMemoryBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.usedMemoryBytes === "number")
                        object.usedMemoryBytes = options.longs === $String ? $String(message.usedMemoryBytes) : message.usedMemoryBytes;
                    else
                        object.usedMemoryBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.usedMemoryBytes) : options.longs === $Number ? new $util.LongBits(message.usedMemoryBytes.low >>> 0, message.usedMemoryBytes.high >>> 0).toNumber(true) : message.usedMemoryBytes;
                if (message.trafficKnown != null && $Object.hasOwnProperty.call(message, "trafficKnown"))
                    object.trafficKnown = message.trafficKnown;
                if (message.nics && message.nics.length) {
                    object.nics = $Array(message.nics.length);
                    for (let j = 0; j < message.nics.length; ++j)
                        object.nics[j] = $root.contraflow.v1.VmNic.toObject(message.nics[j], options, _depth + 1);
                }
                if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
                    object.spec = $root.contraflow.v1.VmSpec.toObject(message.spec, options, _depth + 1);
                return object;
            };

            /**
             * Converts this VmReport to JSON.
             * @function toJSON
             * @memberof contraflow.v1.VmReport
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            VmReport.prototype.toJSON = function() {
                return VmReport.toObject(this, $protobuf.util.toJSONOptions);
            };

            return VmReport;
        })();

        v1.VmNic = (function() {

            /**
             * Properties of a VmNic.
             * @typedef {Object} contraflow.v1.VmNic.$Properties
             * @property {string} [macAddress] VmNic macAddress
             * @property {string} [tap] VmNic tap
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a VmNic.
             * @memberof contraflow.v1
             * @interface IVmNic
             * @augments contraflow.v1.VmNic.$Properties
             * @deprecated Use contraflow.v1.VmNic.$Properties instead.
             */

            /**
             * Shape of a VmNic.
             * @typedef {contraflow.v1.VmNic.$Properties} contraflow.v1.VmNic.$Shape
             */

            /**
             * Constructs a new VmNic.
             * @memberof contraflow.v1
             * @classdesc Represents a VmNic.
             * @constructor
             * @param {contraflow.v1.VmNic.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const VmNic = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * VmNic macAddress.
             * @member {string} macAddress
             * @memberof contraflow.v1.VmNic
             * @instance
             */
            VmNic.prototype.macAddress = "";

            /**
             * VmNic tap.
             * @member {string} tap
             * @memberof contraflow.v1.VmNic
             * @instance
             */
            VmNic.prototype.tap = "";

            /**
             * Creates a new VmNic instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.VmNic
             * @static
             * @param {contraflow.v1.VmNic.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.VmNic} VmNic instance
             * @type {{
             *   (properties: contraflow.v1.VmNic.$Shape): contraflow.v1.VmNic & contraflow.v1.VmNic.$Shape;
             *   (properties?: contraflow.v1.VmNic.$Properties): contraflow.v1.VmNic;
             * }}
             */
            VmNic.create = function(properties) {
                return new VmNic(properties);
            };

            /**
             * Encodes the specified VmNic message. Does not implicitly {@link contraflow.v1.VmNic.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.VmNic
             * @static
             * @param {contraflow.v1.VmNic.$Properties} message VmNic message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            VmNic.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.macAddress != null && $Object.hasOwnProperty.call(message, "macAddress") && message.macAddress !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.macAddress);
                if (message.tap != null && $Object.hasOwnProperty.call(message, "tap") && message.tap !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.tap);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a VmNic message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.VmNic
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.VmNic & contraflow.v1.VmNic.$Shape} VmNic
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            VmNic.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.VmNic();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.macAddress = value;
                            else
                                delete message.macAddress;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.tap = value;
                            else
                                delete message.tap;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a VmNic message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.VmNic
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.VmNic} VmNic
             */
            VmNic.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.VmNic)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.VmNic: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.VmNic();
                if (object.macAddress != null)
                    if (typeof object.macAddress !== "string" || object.macAddress.length)
                        message.macAddress = $String(object.macAddress);
                if (object.tap != null)
                    if (typeof object.tap !== "string" || object.tap.length)
                        message.tap = $String(object.tap);
                return message;
            };

            /**
             * Creates a plain object from a VmNic message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.VmNic
             * @static
             * @param {contraflow.v1.VmNic} message VmNic
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            VmNic.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.macAddress = "";
                    object.tap = "";
                }
                if (message.macAddress != null && $Object.hasOwnProperty.call(message, "macAddress"))
                    object.macAddress = message.macAddress;
                if (message.tap != null && $Object.hasOwnProperty.call(message, "tap"))
                    object.tap = message.tap;
                return object;
            };

            /**
             * Converts this VmNic to JSON.
             * @function toJSON
             * @memberof contraflow.v1.VmNic
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            VmNic.prototype.toJSON = function() {
                return VmNic.toObject(this, $protobuf.util.toJSONOptions);
            };

            return VmNic;
        })();

        v1.VmSpec = (function() {

            /**
             * Properties of a VmSpec.
             * @typedef {Object} contraflow.v1.VmSpec.$Properties
             * @property {string} [vmId] VmSpec vmId
             * @property {number|Long|null} [memoryBytes] VmSpec memoryBytes
             * @property {number|null} [cpus] VmSpec cpus
             * @property {string} [machineType] VmSpec machineType
             * @property {string} [cpuModel] VmSpec cpuModel
             * @property {contraflow.v1.KernelSpec.$Properties|null} [kernel] VmSpec kernel
             * @property {Array.<contraflow.v1.DiskSpec.$Properties>} [disks] VmSpec disks
             * @property {Array.<contraflow.v1.NicSpec.$Properties>} [nics] VmSpec nics
             * @property {contraflow.v1.PostCopy} [postCopy] VmSpec postCopy
             * @property {string|null} [description] VmSpec description
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a VmSpec.
             * @memberof contraflow.v1
             * @interface IVmSpec
             * @augments contraflow.v1.VmSpec.$Properties
             * @deprecated Use contraflow.v1.VmSpec.$Properties instead.
             */

            /**
             * Shape of a VmSpec.
             * @typedef {contraflow.v1.VmSpec.$Properties} contraflow.v1.VmSpec.$Shape
             */

            /**
             * Constructs a new VmSpec.
             * @memberof contraflow.v1
             * @classdesc Represents a VmSpec.
             * @constructor
             * @param {contraflow.v1.VmSpec.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const VmSpec = function (properties) {
                this.disks = [];
                this.nics = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * VmSpec vmId.
             * @member {string} vmId
             * @memberof contraflow.v1.VmSpec
             * @instance
             */
            VmSpec.prototype.vmId = "";

            /**
             * VmSpec memoryBytes.
             * @member {number|Long|null} memoryBytes
             * @memberof contraflow.v1.VmSpec
             * @instance
             */
            VmSpec.prototype.memoryBytes = null;

            /**
             * VmSpec cpus.
             * @member {number|null} cpus
             * @memberof contraflow.v1.VmSpec
             * @instance
             */
            VmSpec.prototype.cpus = null;

            /**
             * VmSpec machineType.
             * @member {string} machineType
             * @memberof contraflow.v1.VmSpec
             * @instance
             */
            VmSpec.prototype.machineType = "";

            /**
             * VmSpec cpuModel.
             * @member {string} cpuModel
             * @memberof contraflow.v1.VmSpec
             * @instance
             */
            VmSpec.prototype.cpuModel = "";

            /**
             * VmSpec kernel.
             * @member {contraflow.v1.KernelSpec|null} kernel
             * @memberof contraflow.v1.VmSpec
             * @instance
             */
            VmSpec.prototype.kernel = null;

            /**
             * VmSpec disks.
             * @member {Array.<contraflow.v1.DiskSpec>} disks
             * @memberof contraflow.v1.VmSpec
             * @instance
             */
            VmSpec.prototype.disks = $util.emptyArray;

            /**
             * VmSpec nics.
             * @member {Array.<contraflow.v1.NicSpec>} nics
             * @memberof contraflow.v1.VmSpec
             * @instance
             */
            VmSpec.prototype.nics = $util.emptyArray;

            /**
             * VmSpec postCopy.
             * @member {contraflow.v1.PostCopy} postCopy
             * @memberof contraflow.v1.VmSpec
             * @instance
             */
            VmSpec.prototype.postCopy = 0;

            /**
             * VmSpec description.
             * @member {string|null} description
             * @memberof contraflow.v1.VmSpec
             * @instance
             */
            VmSpec.prototype.description = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmSpec.prototype, "_memoryBytes", {
                get: $util.oneOfGetter($oneOfFields = ["memoryBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmSpec.prototype, "_cpus", {
                get: $util.oneOfGetter($oneOfFields = ["cpus"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmSpec.prototype, "_kernel", {
                get: $util.oneOfGetter($oneOfFields = ["kernel"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmSpec.prototype, "_description", {
                get: $util.oneOfGetter($oneOfFields = ["description"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new VmSpec instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.VmSpec
             * @static
             * @param {contraflow.v1.VmSpec.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.VmSpec} VmSpec instance
             * @type {{
             *   (properties: contraflow.v1.VmSpec.$Shape): contraflow.v1.VmSpec & contraflow.v1.VmSpec.$Shape;
             *   (properties?: contraflow.v1.VmSpec.$Properties): contraflow.v1.VmSpec;
             * }}
             */
            VmSpec.create = function(properties) {
                return new VmSpec(properties);
            };

            /**
             * Encodes the specified VmSpec message. Does not implicitly {@link contraflow.v1.VmSpec.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.VmSpec
             * @static
             * @param {contraflow.v1.VmSpec.$Properties} message VmSpec message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            VmSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId") && message.vmId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.vmId);
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.memoryBytes);
                if (message.cpus != null && $Object.hasOwnProperty.call(message, "cpus"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.cpus);
                if (message.machineType != null && $Object.hasOwnProperty.call(message, "machineType") && message.machineType !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.machineType);
                if (message.cpuModel != null && $Object.hasOwnProperty.call(message, "cpuModel") && message.cpuModel !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.cpuModel);
                if (message.kernel != null && $Object.hasOwnProperty.call(message, "kernel"))
                    $root.contraflow.v1.KernelSpec.encode(message.kernel, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
                if (message.disks != null && message.disks.length)
                    for (let i = 0; i < message.disks.length; ++i)
                        $root.contraflow.v1.DiskSpec.encode(message.disks[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
                if (message.nics != null && message.nics.length)
                    for (let i = 0; i < message.nics.length; ++i)
                        $root.contraflow.v1.NicSpec.encode(message.nics[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
                if (message.postCopy != null && $Object.hasOwnProperty.call(message, "postCopy") && message.postCopy !== 0)
                    writer.uint32(/* id 9, wireType 0 =*/72).int32(message.postCopy);
                if (message.description != null && $Object.hasOwnProperty.call(message, "description"))
                    writer.uint32(/* id 10, wireType 2 =*/82).string(message.description);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a VmSpec message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.VmSpec
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.VmSpec & contraflow.v1.VmSpec.$Shape} VmSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            VmSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.VmSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.vmId = value;
                            else
                                delete message.vmId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.memoryBytes = reader.uint64();
                            message._memoryBytes = "memoryBytes";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.cpus = reader.uint32();
                            message._cpus = "cpus";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.machineType = value;
                            else
                                delete message.machineType;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.cpuModel = value;
                            else
                                delete message.cpuModel;
                            continue;
                        }
                    case 6: {
                            if (wireType !== 2)
                                break;
                            message.kernel = $root.contraflow.v1.KernelSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.kernel);
                            message._kernel = "kernel";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 2)
                                break;
                            if (!(message.disks && message.disks.length))
                                message.disks = [];
                            message.disks.push($root.contraflow.v1.DiskSpec.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 8: {
                            if (wireType !== 2)
                                break;
                            if (!(message.nics && message.nics.length))
                                message.nics = [];
                            message.nics.push($root.contraflow.v1.NicSpec.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    case 9: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.postCopy = value;
                            else
                                delete message.postCopy;
                            continue;
                        }
                    case 10: {
                            if (wireType !== 2)
                                break;
                            message.description = reader.stringVerify();
                            message._description = "description";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a VmSpec message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.VmSpec
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.VmSpec} VmSpec
             */
            VmSpec.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.VmSpec)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.VmSpec: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.VmSpec();
                if (object.vmId != null)
                    if (typeof object.vmId !== "string" || object.vmId.length)
                        message.vmId = $String(object.vmId);
                if (object.memoryBytes != null)
                    if ($util.Long)
                        message.memoryBytes = $util.Long.fromValue(object.memoryBytes, true);
                    else if (typeof object.memoryBytes === "string")
                        message.memoryBytes = $parseInt(object.memoryBytes, 10);
                    else if (typeof object.memoryBytes === "number")
                        message.memoryBytes = object.memoryBytes;
                    else if (typeof object.memoryBytes === "object")
                        message.memoryBytes = new $util.LongBits(object.memoryBytes.low >>> 0, object.memoryBytes.high >>> 0).toNumber(true);
                if (object.cpus != null)
                    message.cpus = object.cpus >>> 0;
                if (object.machineType != null)
                    if (typeof object.machineType !== "string" || object.machineType.length)
                        message.machineType = $String(object.machineType);
                if (object.cpuModel != null)
                    if (typeof object.cpuModel !== "string" || object.cpuModel.length)
                        message.cpuModel = $String(object.cpuModel);
                if (object.kernel != null) {
                    if (!$util.isObject(object.kernel))
                        throw $TypeError(".contraflow.v1.VmSpec.kernel: object expected");
                    message.kernel = $root.contraflow.v1.KernelSpec.fromObject(object.kernel, _depth + 1);
                }
                if (object.disks) {
                    if (!$Array.isArray(object.disks))
                        throw $TypeError(".contraflow.v1.VmSpec.disks: array expected");
                    message.disks = $Array(object.disks.length);
                    for (let i = 0; i < object.disks.length; ++i) {
                        if (!$util.isObject(object.disks[i]))
                            throw $TypeError(".contraflow.v1.VmSpec.disks: object expected");
                        message.disks[i] = $root.contraflow.v1.DiskSpec.fromObject(object.disks[i], _depth + 1);
                    }
                }
                if (object.nics) {
                    if (!$Array.isArray(object.nics))
                        throw $TypeError(".contraflow.v1.VmSpec.nics: array expected");
                    message.nics = $Array(object.nics.length);
                    for (let i = 0; i < object.nics.length; ++i) {
                        if (!$util.isObject(object.nics[i]))
                            throw $TypeError(".contraflow.v1.VmSpec.nics: object expected");
                        message.nics[i] = $root.contraflow.v1.NicSpec.fromObject(object.nics[i], _depth + 1);
                    }
                }
                if (object.postCopy !== 0 && (typeof object.postCopy !== "string" || $root.contraflow.v1.PostCopy[object.postCopy] !== 0))
                    switch (object.postCopy) {
                    case "POST_COPY_UNSPECIFIED":
                    case 0:
                        message.postCopy = 0;
                        break;
                    case "ALLOWED":
                    case 1:
                        message.postCopy = 1;
                        break;
                    case "FORBIDDEN":
                    case 2:
                        message.postCopy = 2;
                        break;
                    default:
                        if (typeof object.postCopy === "number" && (object.postCopy | 0) === object.postCopy)
                            message.postCopy = object.postCopy;
                    }
                if (object.description != null)
                    message.description = $String(object.description);
                return message;
            };

            /**
             * Creates a plain object from a VmSpec message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.VmSpec
             * @static
             * @param {contraflow.v1.VmSpec} message VmSpec
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            VmSpec.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults) {
                    object.disks = [];
                    object.nics = [];
                }
                if (options.defaults) {
                    object.vmId = "";
                    object.machineType = "";
                    object.cpuModel = "";
                    object.postCopy = options.enums === $String ? "POST_COPY_UNSPECIFIED" : 0;
                }
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId"))
                    object.vmId = message.vmId;
                if (message.memoryBytes != null && $Object.hasOwnProperty.call(message, "memoryBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.memoryBytes = typeof message.memoryBytes === "number" ? $BigInt(message.memoryBytes) : $util.Long.fromBits(message.memoryBytes.low >>> 0, message.memoryBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.memoryBytes === "number")
                        object.memoryBytes = options.longs === $String ? $String(message.memoryBytes) : message.memoryBytes;
                    else
                        object.memoryBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.memoryBytes) : options.longs === $Number ? new $util.LongBits(message.memoryBytes.low >>> 0, message.memoryBytes.high >>> 0).toNumber(true) : message.memoryBytes;
                if (message.cpus != null && $Object.hasOwnProperty.call(message, "cpus"))
                    object.cpus = message.cpus;
                if (message.machineType != null && $Object.hasOwnProperty.call(message, "machineType"))
                    object.machineType = message.machineType;
                if (message.cpuModel != null && $Object.hasOwnProperty.call(message, "cpuModel"))
                    object.cpuModel = message.cpuModel;
                if (message.kernel != null && $Object.hasOwnProperty.call(message, "kernel"))
                    object.kernel = $root.contraflow.v1.KernelSpec.toObject(message.kernel, options, _depth + 1);
                if (message.disks && message.disks.length) {
                    object.disks = $Array(message.disks.length);
                    for (let j = 0; j < message.disks.length; ++j)
                        object.disks[j] = $root.contraflow.v1.DiskSpec.toObject(message.disks[j], options, _depth + 1);
                }
                if (message.nics && message.nics.length) {
                    object.nics = $Array(message.nics.length);
                    for (let j = 0; j < message.nics.length; ++j)
                        object.nics[j] = $root.contraflow.v1.NicSpec.toObject(message.nics[j], options, _depth + 1);
                }
                if (message.postCopy != null && $Object.hasOwnProperty.call(message, "postCopy"))
                    object.postCopy = options.enums === $String ? $root.contraflow.v1.PostCopy[message.postCopy] === $undefined ? message.postCopy : $root.contraflow.v1.PostCopy[message.postCopy] : message.postCopy;
                if (message.description != null && $Object.hasOwnProperty.call(message, "description"))
                    object.description = message.description;
                return object;
            };

            /**
             * Converts this VmSpec to JSON.
             * @function toJSON
             * @memberof contraflow.v1.VmSpec
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            VmSpec.prototype.toJSON = function() {
                return VmSpec.toObject(this, $protobuf.util.toJSONOptions);
            };

            return VmSpec;
        })();

        v1.KernelSpec = (function() {

            /**
             * Properties of a KernelSpec.
             * @typedef {Object} contraflow.v1.KernelSpec.$Properties
             * @property {string} [kernelPath] KernelSpec kernelPath
             * @property {string|null} [initrdPath] KernelSpec initrdPath
             * @property {string|null} [commandLine] KernelSpec commandLine
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a KernelSpec.
             * @memberof contraflow.v1
             * @interface IKernelSpec
             * @augments contraflow.v1.KernelSpec.$Properties
             * @deprecated Use contraflow.v1.KernelSpec.$Properties instead.
             */

            /**
             * Shape of a KernelSpec.
             * @typedef {contraflow.v1.KernelSpec.$Properties} contraflow.v1.KernelSpec.$Shape
             */

            /**
             * Constructs a new KernelSpec.
             * @memberof contraflow.v1
             * @classdesc Represents a KernelSpec.
             * @constructor
             * @param {contraflow.v1.KernelSpec.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const KernelSpec = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * KernelSpec kernelPath.
             * @member {string} kernelPath
             * @memberof contraflow.v1.KernelSpec
             * @instance
             */
            KernelSpec.prototype.kernelPath = "";

            /**
             * KernelSpec initrdPath.
             * @member {string|null} initrdPath
             * @memberof contraflow.v1.KernelSpec
             * @instance
             */
            KernelSpec.prototype.initrdPath = null;

            /**
             * KernelSpec commandLine.
             * @member {string|null} commandLine
             * @memberof contraflow.v1.KernelSpec
             * @instance
             */
            KernelSpec.prototype.commandLine = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelSpec.prototype, "_initrdPath", {
                get: $util.oneOfGetter($oneOfFields = ["initrdPath"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(KernelSpec.prototype, "_commandLine", {
                get: $util.oneOfGetter($oneOfFields = ["commandLine"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new KernelSpec instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.KernelSpec
             * @static
             * @param {contraflow.v1.KernelSpec.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.KernelSpec} KernelSpec instance
             * @type {{
             *   (properties: contraflow.v1.KernelSpec.$Shape): contraflow.v1.KernelSpec & contraflow.v1.KernelSpec.$Shape;
             *   (properties?: contraflow.v1.KernelSpec.$Properties): contraflow.v1.KernelSpec;
             * }}
             */
            KernelSpec.create = function(properties) {
                return new KernelSpec(properties);
            };

            /**
             * Encodes the specified KernelSpec message. Does not implicitly {@link contraflow.v1.KernelSpec.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.KernelSpec
             * @static
             * @param {contraflow.v1.KernelSpec.$Properties} message KernelSpec message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            KernelSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.kernelPath != null && $Object.hasOwnProperty.call(message, "kernelPath") && message.kernelPath !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.kernelPath);
                if (message.initrdPath != null && $Object.hasOwnProperty.call(message, "initrdPath"))
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.initrdPath);
                if (message.commandLine != null && $Object.hasOwnProperty.call(message, "commandLine"))
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.commandLine);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a KernelSpec message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.KernelSpec
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.KernelSpec & contraflow.v1.KernelSpec.$Shape} KernelSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            KernelSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.KernelSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.kernelPath = value;
                            else
                                delete message.kernelPath;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            message.initrdPath = reader.stringVerify();
                            message._initrdPath = "initrdPath";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.commandLine = reader.stringVerify();
                            message._commandLine = "commandLine";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a KernelSpec message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.KernelSpec
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.KernelSpec} KernelSpec
             */
            KernelSpec.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.KernelSpec)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.KernelSpec: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.KernelSpec();
                if (object.kernelPath != null)
                    if (typeof object.kernelPath !== "string" || object.kernelPath.length)
                        message.kernelPath = $String(object.kernelPath);
                if (object.initrdPath != null)
                    message.initrdPath = $String(object.initrdPath);
                if (object.commandLine != null)
                    message.commandLine = $String(object.commandLine);
                return message;
            };

            /**
             * Creates a plain object from a KernelSpec message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.KernelSpec
             * @static
             * @param {contraflow.v1.KernelSpec} message KernelSpec
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            KernelSpec.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.kernelPath = "";
                if (message.kernelPath != null && $Object.hasOwnProperty.call(message, "kernelPath"))
                    object.kernelPath = message.kernelPath;
                if (message.initrdPath != null && $Object.hasOwnProperty.call(message, "initrdPath"))
                    object.initrdPath = message.initrdPath;
                if (message.commandLine != null && $Object.hasOwnProperty.call(message, "commandLine"))
                    object.commandLine = message.commandLine;
                return object;
            };

            /**
             * Converts this KernelSpec to JSON.
             * @function toJSON
             * @memberof contraflow.v1.KernelSpec
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            KernelSpec.prototype.toJSON = function() {
                return KernelSpec.toObject(this, $protobuf.util.toJSONOptions);
            };

            return KernelSpec;
        })();

        v1.DiskSpec = (function() {

            /**
             * Properties of a DiskSpec.
             * @typedef {Object} contraflow.v1.DiskSpec.$Properties
             * @property {string} [path] DiskSpec path
             * @property {string} [format] DiskSpec format
             * @property {boolean|null} [readOnly] DiskSpec readOnly
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a DiskSpec.
             * @memberof contraflow.v1
             * @interface IDiskSpec
             * @augments contraflow.v1.DiskSpec.$Properties
             * @deprecated Use contraflow.v1.DiskSpec.$Properties instead.
             */

            /**
             * Shape of a DiskSpec.
             * @typedef {contraflow.v1.DiskSpec.$Properties} contraflow.v1.DiskSpec.$Shape
             */

            /**
             * Constructs a new DiskSpec.
             * @memberof contraflow.v1
             * @classdesc Represents a DiskSpec.
             * @constructor
             * @param {contraflow.v1.DiskSpec.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const DiskSpec = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * DiskSpec path.
             * @member {string} path
             * @memberof contraflow.v1.DiskSpec
             * @instance
             */
            DiskSpec.prototype.path = "";

            /**
             * DiskSpec format.
             * @member {string} format
             * @memberof contraflow.v1.DiskSpec
             * @instance
             */
            DiskSpec.prototype.format = "";

            /**
             * DiskSpec readOnly.
             * @member {boolean|null} readOnly
             * @memberof contraflow.v1.DiskSpec
             * @instance
             */
            DiskSpec.prototype.readOnly = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(DiskSpec.prototype, "_readOnly", {
                get: $util.oneOfGetter($oneOfFields = ["readOnly"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new DiskSpec instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.DiskSpec
             * @static
             * @param {contraflow.v1.DiskSpec.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.DiskSpec} DiskSpec instance
             * @type {{
             *   (properties: contraflow.v1.DiskSpec.$Shape): contraflow.v1.DiskSpec & contraflow.v1.DiskSpec.$Shape;
             *   (properties?: contraflow.v1.DiskSpec.$Properties): contraflow.v1.DiskSpec;
             * }}
             */
            DiskSpec.create = function(properties) {
                return new DiskSpec(properties);
            };

            /**
             * Encodes the specified DiskSpec message. Does not implicitly {@link contraflow.v1.DiskSpec.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.DiskSpec
             * @static
             * @param {contraflow.v1.DiskSpec.$Properties} message DiskSpec message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            DiskSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.path != null && $Object.hasOwnProperty.call(message, "path") && message.path !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.path);
                if (message.format != null && $Object.hasOwnProperty.call(message, "format") && message.format !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.format);
                if (message.readOnly != null && $Object.hasOwnProperty.call(message, "readOnly"))
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.readOnly);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a DiskSpec message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.DiskSpec
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.DiskSpec & contraflow.v1.DiskSpec.$Shape} DiskSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            DiskSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.DiskSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.path = value;
                            else
                                delete message.path;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.format = value;
                            else
                                delete message.format;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.readOnly = reader.bool();
                            message._readOnly = "readOnly";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a DiskSpec message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.DiskSpec
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.DiskSpec} DiskSpec
             */
            DiskSpec.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.DiskSpec)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.DiskSpec: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.DiskSpec();
                if (object.path != null)
                    if (typeof object.path !== "string" || object.path.length)
                        message.path = $String(object.path);
                if (object.format != null)
                    if (typeof object.format !== "string" || object.format.length)
                        message.format = $String(object.format);
                if (object.readOnly != null)
                    message.readOnly = $Boolean(object.readOnly);
                return message;
            };

            /**
             * Creates a plain object from a DiskSpec message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.DiskSpec
             * @static
             * @param {contraflow.v1.DiskSpec} message DiskSpec
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            DiskSpec.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.path = "";
                    object.format = "";
                }
                if (message.path != null && $Object.hasOwnProperty.call(message, "path"))
                    object.path = message.path;
                if (message.format != null && $Object.hasOwnProperty.call(message, "format"))
                    object.format = message.format;
                if (message.readOnly != null && $Object.hasOwnProperty.call(message, "readOnly"))
                    object.readOnly = message.readOnly;
                return object;
            };

            /**
             * Converts this DiskSpec to JSON.
             * @function toJSON
             * @memberof contraflow.v1.DiskSpec
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            DiskSpec.prototype.toJSON = function() {
                return DiskSpec.toObject(this, $protobuf.util.toJSONOptions);
            };

            return DiskSpec;
        })();

        v1.NicSpec = (function() {

            /**
             * Properties of a NicSpec.
             * @typedef {Object} contraflow.v1.NicSpec.$Properties
             * @property {string} [macAddress] NicSpec macAddress
             * @property {string} [bridge] NicSpec bridge
             * @property {string} [model] NicSpec model
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a NicSpec.
             * @memberof contraflow.v1
             * @interface INicSpec
             * @augments contraflow.v1.NicSpec.$Properties
             * @deprecated Use contraflow.v1.NicSpec.$Properties instead.
             */

            /**
             * Shape of a NicSpec.
             * @typedef {contraflow.v1.NicSpec.$Properties} contraflow.v1.NicSpec.$Shape
             */

            /**
             * Constructs a new NicSpec.
             * @memberof contraflow.v1
             * @classdesc Represents a NicSpec.
             * @constructor
             * @param {contraflow.v1.NicSpec.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const NicSpec = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * NicSpec macAddress.
             * @member {string} macAddress
             * @memberof contraflow.v1.NicSpec
             * @instance
             */
            NicSpec.prototype.macAddress = "";

            /**
             * NicSpec bridge.
             * @member {string} bridge
             * @memberof contraflow.v1.NicSpec
             * @instance
             */
            NicSpec.prototype.bridge = "";

            /**
             * NicSpec model.
             * @member {string} model
             * @memberof contraflow.v1.NicSpec
             * @instance
             */
            NicSpec.prototype.model = "";

            /**
             * Creates a new NicSpec instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.NicSpec
             * @static
             * @param {contraflow.v1.NicSpec.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.NicSpec} NicSpec instance
             * @type {{
             *   (properties: contraflow.v1.NicSpec.$Shape): contraflow.v1.NicSpec & contraflow.v1.NicSpec.$Shape;
             *   (properties?: contraflow.v1.NicSpec.$Properties): contraflow.v1.NicSpec;
             * }}
             */
            NicSpec.create = function(properties) {
                return new NicSpec(properties);
            };

            /**
             * Encodes the specified NicSpec message. Does not implicitly {@link contraflow.v1.NicSpec.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.NicSpec
             * @static
             * @param {contraflow.v1.NicSpec.$Properties} message NicSpec message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            NicSpec.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.macAddress != null && $Object.hasOwnProperty.call(message, "macAddress") && message.macAddress !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.macAddress);
                if (message.bridge != null && $Object.hasOwnProperty.call(message, "bridge") && message.bridge !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.bridge);
                if (message.model != null && $Object.hasOwnProperty.call(message, "model") && message.model !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.model);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a NicSpec message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.NicSpec
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.NicSpec & contraflow.v1.NicSpec.$Shape} NicSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            NicSpec.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.NicSpec();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.macAddress = value;
                            else
                                delete message.macAddress;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.bridge = value;
                            else
                                delete message.bridge;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.model = value;
                            else
                                delete message.model;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a NicSpec message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.NicSpec
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.NicSpec} NicSpec
             */
            NicSpec.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.NicSpec)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.NicSpec: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.NicSpec();
                if (object.macAddress != null)
                    if (typeof object.macAddress !== "string" || object.macAddress.length)
                        message.macAddress = $String(object.macAddress);
                if (object.bridge != null)
                    if (typeof object.bridge !== "string" || object.bridge.length)
                        message.bridge = $String(object.bridge);
                if (object.model != null)
                    if (typeof object.model !== "string" || object.model.length)
                        message.model = $String(object.model);
                return message;
            };

            /**
             * Creates a plain object from a NicSpec message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.NicSpec
             * @static
             * @param {contraflow.v1.NicSpec} message NicSpec
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            NicSpec.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.macAddress = "";
                    object.bridge = "";
                    object.model = "";
                }
                if (message.macAddress != null && $Object.hasOwnProperty.call(message, "macAddress"))
                    object.macAddress = message.macAddress;
                if (message.bridge != null && $Object.hasOwnProperty.call(message, "bridge"))
                    object.bridge = message.bridge;
                if (message.model != null && $Object.hasOwnProperty.call(message, "model"))
                    object.model = message.model;
                return object;
            };

            /**
             * Converts this NicSpec to JSON.
             * @function toJSON
             * @memberof contraflow.v1.NicSpec
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            NicSpec.prototype.toJSON = function() {
                return NicSpec.toObject(this, $protobuf.util.toJSONOptions);
            };

            return NicSpec;
        })();

        v1.MigrationRef = (function() {

            /**
             * Properties of a MigrationRef.
             * @typedef {Object} contraflow.v1.MigrationRef.$Properties
             * @property {string} [migrationId] MigrationRef migrationId
             * @property {string} [evacuationId] MigrationRef evacuationId
             * @property {string} [vmId] MigrationRef vmId
             * @property {string} [sourceHostId] MigrationRef sourceHostId
             * @property {string} [destinationHostId] MigrationRef destinationHostId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MigrationRef.
             * @memberof contraflow.v1
             * @interface IMigrationRef
             * @augments contraflow.v1.MigrationRef.$Properties
             * @deprecated Use contraflow.v1.MigrationRef.$Properties instead.
             */

            /**
             * Shape of a MigrationRef.
             * @typedef {contraflow.v1.MigrationRef.$Properties} contraflow.v1.MigrationRef.$Shape
             */

            /**
             * Constructs a new MigrationRef.
             * @memberof contraflow.v1
             * @classdesc Represents a MigrationRef.
             * @constructor
             * @param {contraflow.v1.MigrationRef.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MigrationRef = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MigrationRef migrationId.
             * @member {string} migrationId
             * @memberof contraflow.v1.MigrationRef
             * @instance
             */
            MigrationRef.prototype.migrationId = "";

            /**
             * MigrationRef evacuationId.
             * @member {string} evacuationId
             * @memberof contraflow.v1.MigrationRef
             * @instance
             */
            MigrationRef.prototype.evacuationId = "";

            /**
             * MigrationRef vmId.
             * @member {string} vmId
             * @memberof contraflow.v1.MigrationRef
             * @instance
             */
            MigrationRef.prototype.vmId = "";

            /**
             * MigrationRef sourceHostId.
             * @member {string} sourceHostId
             * @memberof contraflow.v1.MigrationRef
             * @instance
             */
            MigrationRef.prototype.sourceHostId = "";

            /**
             * MigrationRef destinationHostId.
             * @member {string} destinationHostId
             * @memberof contraflow.v1.MigrationRef
             * @instance
             */
            MigrationRef.prototype.destinationHostId = "";

            /**
             * Creates a new MigrationRef instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.MigrationRef
             * @static
             * @param {contraflow.v1.MigrationRef.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.MigrationRef} MigrationRef instance
             * @type {{
             *   (properties: contraflow.v1.MigrationRef.$Shape): contraflow.v1.MigrationRef & contraflow.v1.MigrationRef.$Shape;
             *   (properties?: contraflow.v1.MigrationRef.$Properties): contraflow.v1.MigrationRef;
             * }}
             */
            MigrationRef.create = function(properties) {
                return new MigrationRef(properties);
            };

            /**
             * Encodes the specified MigrationRef message. Does not implicitly {@link contraflow.v1.MigrationRef.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.MigrationRef
             * @static
             * @param {contraflow.v1.MigrationRef.$Properties} message MigrationRef message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MigrationRef.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migrationId != null && $Object.hasOwnProperty.call(message, "migrationId") && message.migrationId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.migrationId);
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId") && message.evacuationId !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.evacuationId);
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId") && message.vmId !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.vmId);
                if (message.sourceHostId != null && $Object.hasOwnProperty.call(message, "sourceHostId") && message.sourceHostId !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.sourceHostId);
                if (message.destinationHostId != null && $Object.hasOwnProperty.call(message, "destinationHostId") && message.destinationHostId !== "")
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.destinationHostId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MigrationRef message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.MigrationRef
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationRef & contraflow.v1.MigrationRef.$Shape} MigrationRef
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MigrationRef.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.MigrationRef();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.migrationId = value;
                            else
                                delete message.migrationId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.evacuationId = value;
                            else
                                delete message.evacuationId;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.vmId = value;
                            else
                                delete message.vmId;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.sourceHostId = value;
                            else
                                delete message.sourceHostId;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.destinationHostId = value;
                            else
                                delete message.destinationHostId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MigrationRef message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.MigrationRef
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.MigrationRef} MigrationRef
             */
            MigrationRef.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.MigrationRef)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.MigrationRef: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.MigrationRef();
                if (object.migrationId != null)
                    if (typeof object.migrationId !== "string" || object.migrationId.length)
                        message.migrationId = $String(object.migrationId);
                if (object.evacuationId != null)
                    if (typeof object.evacuationId !== "string" || object.evacuationId.length)
                        message.evacuationId = $String(object.evacuationId);
                if (object.vmId != null)
                    if (typeof object.vmId !== "string" || object.vmId.length)
                        message.vmId = $String(object.vmId);
                if (object.sourceHostId != null)
                    if (typeof object.sourceHostId !== "string" || object.sourceHostId.length)
                        message.sourceHostId = $String(object.sourceHostId);
                if (object.destinationHostId != null)
                    if (typeof object.destinationHostId !== "string" || object.destinationHostId.length)
                        message.destinationHostId = $String(object.destinationHostId);
                return message;
            };

            /**
             * Creates a plain object from a MigrationRef message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.MigrationRef
             * @static
             * @param {contraflow.v1.MigrationRef} message MigrationRef
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MigrationRef.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.migrationId = "";
                    object.evacuationId = "";
                    object.vmId = "";
                    object.sourceHostId = "";
                    object.destinationHostId = "";
                }
                if (message.migrationId != null && $Object.hasOwnProperty.call(message, "migrationId"))
                    object.migrationId = message.migrationId;
                if (message.evacuationId != null && $Object.hasOwnProperty.call(message, "evacuationId"))
                    object.evacuationId = message.evacuationId;
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId"))
                    object.vmId = message.vmId;
                if (message.sourceHostId != null && $Object.hasOwnProperty.call(message, "sourceHostId"))
                    object.sourceHostId = message.sourceHostId;
                if (message.destinationHostId != null && $Object.hasOwnProperty.call(message, "destinationHostId"))
                    object.destinationHostId = message.destinationHostId;
                return object;
            };

            /**
             * Converts this MigrationRef to JSON.
             * @function toJSON
             * @memberof contraflow.v1.MigrationRef
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MigrationRef.prototype.toJSON = function() {
                return MigrationRef.toObject(this, $protobuf.util.toJSONOptions);
            };

            return MigrationRef;
        })();

        v1.MigrationDecided = (function() {

            /**
             * Properties of a MigrationDecided.
             * @typedef {Object} contraflow.v1.MigrationDecided.$Properties
             * @property {contraflow.v1.MigrationRef.$Properties} [migration] MigrationDecided migration
             * @property {contraflow.v1.Technique} [technique] MigrationDecided technique
             * @property {number|null} [paceBytesPerSecond] MigrationDecided paceBytesPerSecond
             * @property {string} [reason] MigrationDecided reason
             * @property {number|Long|null} [eventTimeUnixMilliseconds] MigrationDecided eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MigrationDecided.
             * @memberof contraflow.v1
             * @interface IMigrationDecided
             * @augments contraflow.v1.MigrationDecided.$Properties
             * @deprecated Use contraflow.v1.MigrationDecided.$Properties instead.
             */

            /**
             * Shape of a MigrationDecided.
             * @typedef {contraflow.v1.MigrationDecided.$Properties} contraflow.v1.MigrationDecided.$Shape
             */

            /**
             * Constructs a new MigrationDecided.
             * @memberof contraflow.v1
             * @classdesc Represents a MigrationDecided.
             * @constructor
             * @param {contraflow.v1.MigrationDecided.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MigrationDecided = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MigrationDecided migration.
             * @member {contraflow.v1.MigrationRef} migration
             * @memberof contraflow.v1.MigrationDecided
             * @instance
             */
            MigrationDecided.prototype.migration = null;

            /**
             * MigrationDecided technique.
             * @member {contraflow.v1.Technique} technique
             * @memberof contraflow.v1.MigrationDecided
             * @instance
             */
            MigrationDecided.prototype.technique = 0;

            /**
             * MigrationDecided paceBytesPerSecond.
             * @member {number|null} paceBytesPerSecond
             * @memberof contraflow.v1.MigrationDecided
             * @instance
             */
            MigrationDecided.prototype.paceBytesPerSecond = null;

            /**
             * MigrationDecided reason.
             * @member {string} reason
             * @memberof contraflow.v1.MigrationDecided
             * @instance
             */
            MigrationDecided.prototype.reason = "";

            /**
             * MigrationDecided eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.MigrationDecided
             * @instance
             */
            MigrationDecided.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationDecided.prototype, "_paceBytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["paceBytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationDecided.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new MigrationDecided instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.MigrationDecided
             * @static
             * @param {contraflow.v1.MigrationDecided.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.MigrationDecided} MigrationDecided instance
             * @type {{
             *   (properties: contraflow.v1.MigrationDecided.$Shape): contraflow.v1.MigrationDecided & contraflow.v1.MigrationDecided.$Shape;
             *   (properties?: contraflow.v1.MigrationDecided.$Properties): contraflow.v1.MigrationDecided;
             * }}
             */
            MigrationDecided.create = function(properties) {
                return new MigrationDecided(properties);
            };

            /**
             * Encodes the specified MigrationDecided message. Does not implicitly {@link contraflow.v1.MigrationDecided.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.MigrationDecided
             * @static
             * @param {contraflow.v1.MigrationDecided.$Properties} message MigrationDecided message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MigrationDecided.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    $root.contraflow.v1.MigrationRef.encode(message.migration, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique") && message.technique !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.technique);
                if (message.paceBytesPerSecond != null && $Object.hasOwnProperty.call(message, "paceBytesPerSecond"))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.paceBytesPerSecond);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 4, wireType 2 =*/34).string(message.reason);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MigrationDecided message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.MigrationDecided
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationDecided & contraflow.v1.MigrationDecided.$Shape} MigrationDecided
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MigrationDecided.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.MigrationDecided();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.migration = $root.contraflow.v1.MigrationRef.decode(reader, reader.size(), $undefined, _depth + 1, message.migration);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.technique = value;
                            else
                                delete message.technique;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            message.paceBytesPerSecond = reader.double();
                            message._paceBytesPerSecond = "paceBytesPerSecond";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MigrationDecided message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.MigrationDecided
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.MigrationDecided} MigrationDecided
             */
            MigrationDecided.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.MigrationDecided)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.MigrationDecided: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.MigrationDecided();
                if (object.migration != null) {
                    if (!$util.isObject(object.migration))
                        throw $TypeError(".contraflow.v1.MigrationDecided.migration: object expected");
                    message.migration = $root.contraflow.v1.MigrationRef.fromObject(object.migration, _depth + 1);
                }
                if (object.technique !== 0 && (typeof object.technique !== "string" || $root.contraflow.v1.Technique[object.technique] !== 0))
                    switch (object.technique) {
                    case "TECHNIQUE_UNSPECIFIED":
                    case 0:
                        message.technique = 0;
                        break;
                    case "PRE_COPY":
                    case 1:
                        message.technique = 1;
                        break;
                    case "POST_COPY":
                    case 2:
                        message.technique = 2;
                        break;
                    case "HYBRID":
                    case 3:
                        message.technique = 3;
                        break;
                    default:
                        if (typeof object.technique === "number" && (object.technique | 0) === object.technique)
                            message.technique = object.technique;
                    }
                if (object.paceBytesPerSecond != null)
                    message.paceBytesPerSecond = $Number(object.paceBytesPerSecond);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a MigrationDecided message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.MigrationDecided
             * @static
             * @param {contraflow.v1.MigrationDecided} message MigrationDecided
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MigrationDecided.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.migration = null;
                    object.technique = options.enums === $String ? "TECHNIQUE_UNSPECIFIED" : 0;
                    object.reason = "";
                }
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    object.migration = $root.contraflow.v1.MigrationRef.toObject(message.migration, options, _depth + 1);
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique"))
                    object.technique = options.enums === $String ? $root.contraflow.v1.Technique[message.technique] === $undefined ? message.technique : $root.contraflow.v1.Technique[message.technique] : message.technique;
                if (message.paceBytesPerSecond != null && $Object.hasOwnProperty.call(message, "paceBytesPerSecond"))
                    object.paceBytesPerSecond = options.json && !$isFinite(message.paceBytesPerSecond) ? $String(message.paceBytesPerSecond) : message.paceBytesPerSecond;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this MigrationDecided to JSON.
             * @function toJSON
             * @memberof contraflow.v1.MigrationDecided
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MigrationDecided.prototype.toJSON = function() {
                return MigrationDecided.toObject(this, $protobuf.util.toJSONOptions);
            };

            return MigrationDecided;
        })();

        v1.PrepareIncoming = (function() {

            /**
             * Properties of a PrepareIncoming.
             * @typedef {Object} contraflow.v1.PrepareIncoming.$Properties
             * @property {contraflow.v1.MigrationRef.$Properties} [migration] PrepareIncoming migration
             * @property {contraflow.v1.Technique} [technique] PrepareIncoming technique
             * @property {contraflow.v1.VmSpec.$Properties} [spec] PrepareIncoming spec
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a PrepareIncoming.
             * @memberof contraflow.v1
             * @interface IPrepareIncoming
             * @augments contraflow.v1.PrepareIncoming.$Properties
             * @deprecated Use contraflow.v1.PrepareIncoming.$Properties instead.
             */

            /**
             * Shape of a PrepareIncoming.
             * @typedef {contraflow.v1.PrepareIncoming.$Properties} contraflow.v1.PrepareIncoming.$Shape
             */

            /**
             * Constructs a new PrepareIncoming.
             * @memberof contraflow.v1
             * @classdesc Represents a PrepareIncoming.
             * @constructor
             * @param {contraflow.v1.PrepareIncoming.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const PrepareIncoming = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * PrepareIncoming migration.
             * @member {contraflow.v1.MigrationRef} migration
             * @memberof contraflow.v1.PrepareIncoming
             * @instance
             */
            PrepareIncoming.prototype.migration = null;

            /**
             * PrepareIncoming technique.
             * @member {contraflow.v1.Technique} technique
             * @memberof contraflow.v1.PrepareIncoming
             * @instance
             */
            PrepareIncoming.prototype.technique = 0;

            /**
             * PrepareIncoming spec.
             * @member {contraflow.v1.VmSpec} spec
             * @memberof contraflow.v1.PrepareIncoming
             * @instance
             */
            PrepareIncoming.prototype.spec = null;

            /**
             * Creates a new PrepareIncoming instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.PrepareIncoming
             * @static
             * @param {contraflow.v1.PrepareIncoming.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.PrepareIncoming} PrepareIncoming instance
             * @type {{
             *   (properties: contraflow.v1.PrepareIncoming.$Shape): contraflow.v1.PrepareIncoming & contraflow.v1.PrepareIncoming.$Shape;
             *   (properties?: contraflow.v1.PrepareIncoming.$Properties): contraflow.v1.PrepareIncoming;
             * }}
             */
            PrepareIncoming.create = function(properties) {
                return new PrepareIncoming(properties);
            };

            /**
             * Encodes the specified PrepareIncoming message. Does not implicitly {@link contraflow.v1.PrepareIncoming.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.PrepareIncoming
             * @static
             * @param {contraflow.v1.PrepareIncoming.$Properties} message PrepareIncoming message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            PrepareIncoming.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    $root.contraflow.v1.MigrationRef.encode(message.migration, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique") && message.technique !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.technique);
                if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
                    $root.contraflow.v1.VmSpec.encode(message.spec, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a PrepareIncoming message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.PrepareIncoming
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.PrepareIncoming & contraflow.v1.PrepareIncoming.$Shape} PrepareIncoming
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            PrepareIncoming.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.PrepareIncoming();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.migration = $root.contraflow.v1.MigrationRef.decode(reader, reader.size(), $undefined, _depth + 1, message.migration);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.technique = value;
                            else
                                delete message.technique;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.spec = $root.contraflow.v1.VmSpec.decode(reader, reader.size(), $undefined, _depth + 1, message.spec);
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a PrepareIncoming message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.PrepareIncoming
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.PrepareIncoming} PrepareIncoming
             */
            PrepareIncoming.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.PrepareIncoming)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.PrepareIncoming: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.PrepareIncoming();
                if (object.migration != null) {
                    if (!$util.isObject(object.migration))
                        throw $TypeError(".contraflow.v1.PrepareIncoming.migration: object expected");
                    message.migration = $root.contraflow.v1.MigrationRef.fromObject(object.migration, _depth + 1);
                }
                if (object.technique !== 0 && (typeof object.technique !== "string" || $root.contraflow.v1.Technique[object.technique] !== 0))
                    switch (object.technique) {
                    case "TECHNIQUE_UNSPECIFIED":
                    case 0:
                        message.technique = 0;
                        break;
                    case "PRE_COPY":
                    case 1:
                        message.technique = 1;
                        break;
                    case "POST_COPY":
                    case 2:
                        message.technique = 2;
                        break;
                    case "HYBRID":
                    case 3:
                        message.technique = 3;
                        break;
                    default:
                        if (typeof object.technique === "number" && (object.technique | 0) === object.technique)
                            message.technique = object.technique;
                    }
                if (object.spec != null) {
                    if (!$util.isObject(object.spec))
                        throw $TypeError(".contraflow.v1.PrepareIncoming.spec: object expected");
                    message.spec = $root.contraflow.v1.VmSpec.fromObject(object.spec, _depth + 1);
                }
                return message;
            };

            /**
             * Creates a plain object from a PrepareIncoming message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.PrepareIncoming
             * @static
             * @param {contraflow.v1.PrepareIncoming} message PrepareIncoming
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            PrepareIncoming.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.migration = null;
                    object.technique = options.enums === $String ? "TECHNIQUE_UNSPECIFIED" : 0;
                    object.spec = null;
                }
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    object.migration = $root.contraflow.v1.MigrationRef.toObject(message.migration, options, _depth + 1);
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique"))
                    object.technique = options.enums === $String ? $root.contraflow.v1.Technique[message.technique] === $undefined ? message.technique : $root.contraflow.v1.Technique[message.technique] : message.technique;
                if (message.spec != null && $Object.hasOwnProperty.call(message, "spec"))
                    object.spec = $root.contraflow.v1.VmSpec.toObject(message.spec, options, _depth + 1);
                return object;
            };

            /**
             * Converts this PrepareIncoming to JSON.
             * @function toJSON
             * @memberof contraflow.v1.PrepareIncoming
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            PrepareIncoming.prototype.toJSON = function() {
                return PrepareIncoming.toObject(this, $protobuf.util.toJSONOptions);
            };

            return PrepareIncoming;
        })();

        v1.IncomingReady = (function() {

            /**
             * Properties of an IncomingReady.
             * @typedef {Object} contraflow.v1.IncomingReady.$Properties
             * @property {contraflow.v1.MigrationRef.$Properties} [migration] IncomingReady migration
             * @property {string} [address] IncomingReady address
             * @property {number|null} [port] IncomingReady port
             * @property {number|Long|null} [eventTimeUnixMilliseconds] IncomingReady eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an IncomingReady.
             * @memberof contraflow.v1
             * @interface IIncomingReady
             * @augments contraflow.v1.IncomingReady.$Properties
             * @deprecated Use contraflow.v1.IncomingReady.$Properties instead.
             */

            /**
             * Shape of an IncomingReady.
             * @typedef {contraflow.v1.IncomingReady.$Properties} contraflow.v1.IncomingReady.$Shape
             */

            /**
             * Constructs a new IncomingReady.
             * @memberof contraflow.v1
             * @classdesc Represents an IncomingReady.
             * @constructor
             * @param {contraflow.v1.IncomingReady.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const IncomingReady = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * IncomingReady migration.
             * @member {contraflow.v1.MigrationRef} migration
             * @memberof contraflow.v1.IncomingReady
             * @instance
             */
            IncomingReady.prototype.migration = null;

            /**
             * IncomingReady address.
             * @member {string} address
             * @memberof contraflow.v1.IncomingReady
             * @instance
             */
            IncomingReady.prototype.address = "";

            /**
             * IncomingReady port.
             * @member {number|null} port
             * @memberof contraflow.v1.IncomingReady
             * @instance
             */
            IncomingReady.prototype.port = null;

            /**
             * IncomingReady eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.IncomingReady
             * @instance
             */
            IncomingReady.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(IncomingReady.prototype, "_port", {
                get: $util.oneOfGetter($oneOfFields = ["port"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(IncomingReady.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new IncomingReady instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.IncomingReady
             * @static
             * @param {contraflow.v1.IncomingReady.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.IncomingReady} IncomingReady instance
             * @type {{
             *   (properties: contraflow.v1.IncomingReady.$Shape): contraflow.v1.IncomingReady & contraflow.v1.IncomingReady.$Shape;
             *   (properties?: contraflow.v1.IncomingReady.$Properties): contraflow.v1.IncomingReady;
             * }}
             */
            IncomingReady.create = function(properties) {
                return new IncomingReady(properties);
            };

            /**
             * Encodes the specified IncomingReady message. Does not implicitly {@link contraflow.v1.IncomingReady.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.IncomingReady
             * @static
             * @param {contraflow.v1.IncomingReady.$Properties} message IncomingReady message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            IncomingReady.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    $root.contraflow.v1.MigrationRef.encode(message.migration, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.address);
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.port);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an IncomingReady message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.IncomingReady
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.IncomingReady & contraflow.v1.IncomingReady.$Shape} IncomingReady
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            IncomingReady.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.IncomingReady();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.migration = $root.contraflow.v1.MigrationRef.decode(reader, reader.size(), $undefined, _depth + 1, message.migration);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.port = reader.uint32();
                            message._port = "port";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an IncomingReady message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.IncomingReady
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.IncomingReady} IncomingReady
             */
            IncomingReady.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.IncomingReady)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.IncomingReady: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.IncomingReady();
                if (object.migration != null) {
                    if (!$util.isObject(object.migration))
                        throw $TypeError(".contraflow.v1.IncomingReady.migration: object expected");
                    message.migration = $root.contraflow.v1.MigrationRef.fromObject(object.migration, _depth + 1);
                }
                if (object.address != null)
                    if (typeof object.address !== "string" || object.address.length)
                        message.address = $String(object.address);
                if (object.port != null)
                    message.port = object.port >>> 0;
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from an IncomingReady message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.IncomingReady
             * @static
             * @param {contraflow.v1.IncomingReady} message IncomingReady
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            IncomingReady.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.migration = null;
                    object.address = "";
                }
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    object.migration = $root.contraflow.v1.MigrationRef.toObject(message.migration, options, _depth + 1);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    object.address = message.address;
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    object.port = message.port;
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this IncomingReady to JSON.
             * @function toJSON
             * @memberof contraflow.v1.IncomingReady
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            IncomingReady.prototype.toJSON = function() {
                return IncomingReady.toObject(this, $protobuf.util.toJSONOptions);
            };

            return IncomingReady;
        })();

        v1.StartMigration = (function() {

            /**
             * Properties of a StartMigration.
             * @typedef {Object} contraflow.v1.StartMigration.$Properties
             * @property {contraflow.v1.MigrationRef.$Properties} [migration] StartMigration migration
             * @property {contraflow.v1.Technique} [technique] StartMigration technique
             * @property {string} [address] StartMigration address
             * @property {number|null} [port] StartMigration port
             * @property {number|null} [paceBytesPerSecond] StartMigration paceBytesPerSecond
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a StartMigration.
             * @memberof contraflow.v1
             * @interface IStartMigration
             * @augments contraflow.v1.StartMigration.$Properties
             * @deprecated Use contraflow.v1.StartMigration.$Properties instead.
             */

            /**
             * Shape of a StartMigration.
             * @typedef {contraflow.v1.StartMigration.$Properties} contraflow.v1.StartMigration.$Shape
             */

            /**
             * Constructs a new StartMigration.
             * @memberof contraflow.v1
             * @classdesc Represents a StartMigration.
             * @constructor
             * @param {contraflow.v1.StartMigration.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const StartMigration = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * StartMigration migration.
             * @member {contraflow.v1.MigrationRef} migration
             * @memberof contraflow.v1.StartMigration
             * @instance
             */
            StartMigration.prototype.migration = null;

            /**
             * StartMigration technique.
             * @member {contraflow.v1.Technique} technique
             * @memberof contraflow.v1.StartMigration
             * @instance
             */
            StartMigration.prototype.technique = 0;

            /**
             * StartMigration address.
             * @member {string} address
             * @memberof contraflow.v1.StartMigration
             * @instance
             */
            StartMigration.prototype.address = "";

            /**
             * StartMigration port.
             * @member {number|null} port
             * @memberof contraflow.v1.StartMigration
             * @instance
             */
            StartMigration.prototype.port = null;

            /**
             * StartMigration paceBytesPerSecond.
             * @member {number|null} paceBytesPerSecond
             * @memberof contraflow.v1.StartMigration
             * @instance
             */
            StartMigration.prototype.paceBytesPerSecond = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(StartMigration.prototype, "_port", {
                get: $util.oneOfGetter($oneOfFields = ["port"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(StartMigration.prototype, "_paceBytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["paceBytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new StartMigration instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.StartMigration
             * @static
             * @param {contraflow.v1.StartMigration.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.StartMigration} StartMigration instance
             * @type {{
             *   (properties: contraflow.v1.StartMigration.$Shape): contraflow.v1.StartMigration & contraflow.v1.StartMigration.$Shape;
             *   (properties?: contraflow.v1.StartMigration.$Properties): contraflow.v1.StartMigration;
             * }}
             */
            StartMigration.create = function(properties) {
                return new StartMigration(properties);
            };

            /**
             * Encodes the specified StartMigration message. Does not implicitly {@link contraflow.v1.StartMigration.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.StartMigration
             * @static
             * @param {contraflow.v1.StartMigration.$Properties} message StartMigration message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            StartMigration.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    $root.contraflow.v1.MigrationRef.encode(message.migration, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique") && message.technique !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.technique);
                if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.address);
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint32(message.port);
                if (message.paceBytesPerSecond != null && $Object.hasOwnProperty.call(message, "paceBytesPerSecond"))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.paceBytesPerSecond);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a StartMigration message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.StartMigration
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.StartMigration & contraflow.v1.StartMigration.$Shape} StartMigration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            StartMigration.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.StartMigration();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.migration = $root.contraflow.v1.MigrationRef.decode(reader, reader.size(), $undefined, _depth + 1, message.migration);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.technique = value;
                            else
                                delete message.technique;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.address = value;
                            else
                                delete message.address;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.port = reader.uint32();
                            message._port = "port";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            message.paceBytesPerSecond = reader.double();
                            message._paceBytesPerSecond = "paceBytesPerSecond";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a StartMigration message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.StartMigration
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.StartMigration} StartMigration
             */
            StartMigration.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.StartMigration)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.StartMigration: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.StartMigration();
                if (object.migration != null) {
                    if (!$util.isObject(object.migration))
                        throw $TypeError(".contraflow.v1.StartMigration.migration: object expected");
                    message.migration = $root.contraflow.v1.MigrationRef.fromObject(object.migration, _depth + 1);
                }
                if (object.technique !== 0 && (typeof object.technique !== "string" || $root.contraflow.v1.Technique[object.technique] !== 0))
                    switch (object.technique) {
                    case "TECHNIQUE_UNSPECIFIED":
                    case 0:
                        message.technique = 0;
                        break;
                    case "PRE_COPY":
                    case 1:
                        message.technique = 1;
                        break;
                    case "POST_COPY":
                    case 2:
                        message.technique = 2;
                        break;
                    case "HYBRID":
                    case 3:
                        message.technique = 3;
                        break;
                    default:
                        if (typeof object.technique === "number" && (object.technique | 0) === object.technique)
                            message.technique = object.technique;
                    }
                if (object.address != null)
                    if (typeof object.address !== "string" || object.address.length)
                        message.address = $String(object.address);
                if (object.port != null)
                    message.port = object.port >>> 0;
                if (object.paceBytesPerSecond != null)
                    message.paceBytesPerSecond = $Number(object.paceBytesPerSecond);
                return message;
            };

            /**
             * Creates a plain object from a StartMigration message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.StartMigration
             * @static
             * @param {contraflow.v1.StartMigration} message StartMigration
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            StartMigration.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.migration = null;
                    object.technique = options.enums === $String ? "TECHNIQUE_UNSPECIFIED" : 0;
                    object.address = "";
                }
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    object.migration = $root.contraflow.v1.MigrationRef.toObject(message.migration, options, _depth + 1);
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique"))
                    object.technique = options.enums === $String ? $root.contraflow.v1.Technique[message.technique] === $undefined ? message.technique : $root.contraflow.v1.Technique[message.technique] : message.technique;
                if (message.address != null && $Object.hasOwnProperty.call(message, "address"))
                    object.address = message.address;
                if (message.port != null && $Object.hasOwnProperty.call(message, "port"))
                    object.port = message.port;
                if (message.paceBytesPerSecond != null && $Object.hasOwnProperty.call(message, "paceBytesPerSecond"))
                    object.paceBytesPerSecond = options.json && !$isFinite(message.paceBytesPerSecond) ? $String(message.paceBytesPerSecond) : message.paceBytesPerSecond;
                return object;
            };

            /**
             * Converts this StartMigration to JSON.
             * @function toJSON
             * @memberof contraflow.v1.StartMigration
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            StartMigration.prototype.toJSON = function() {
                return StartMigration.toObject(this, $protobuf.util.toJSONOptions);
            };

            return StartMigration;
        })();

        v1.SetPace = (function() {

            /**
             * Properties of a SetPace.
             * @typedef {Object} contraflow.v1.SetPace.$Properties
             * @property {contraflow.v1.MigrationRef.$Properties} [migration] SetPace migration
             * @property {number|null} [paceBytesPerSecond] SetPace paceBytesPerSecond
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a SetPace.
             * @memberof contraflow.v1
             * @interface ISetPace
             * @augments contraflow.v1.SetPace.$Properties
             * @deprecated Use contraflow.v1.SetPace.$Properties instead.
             */

            /**
             * Shape of a SetPace.
             * @typedef {contraflow.v1.SetPace.$Properties} contraflow.v1.SetPace.$Shape
             */

            /**
             * Constructs a new SetPace.
             * @memberof contraflow.v1
             * @classdesc Represents a SetPace.
             * @constructor
             * @param {contraflow.v1.SetPace.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const SetPace = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * SetPace migration.
             * @member {contraflow.v1.MigrationRef} migration
             * @memberof contraflow.v1.SetPace
             * @instance
             */
            SetPace.prototype.migration = null;

            /**
             * SetPace paceBytesPerSecond.
             * @member {number|null} paceBytesPerSecond
             * @memberof contraflow.v1.SetPace
             * @instance
             */
            SetPace.prototype.paceBytesPerSecond = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(SetPace.prototype, "_paceBytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["paceBytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new SetPace instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.SetPace
             * @static
             * @param {contraflow.v1.SetPace.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.SetPace} SetPace instance
             * @type {{
             *   (properties: contraflow.v1.SetPace.$Shape): contraflow.v1.SetPace & contraflow.v1.SetPace.$Shape;
             *   (properties?: contraflow.v1.SetPace.$Properties): contraflow.v1.SetPace;
             * }}
             */
            SetPace.create = function(properties) {
                return new SetPace(properties);
            };

            /**
             * Encodes the specified SetPace message. Does not implicitly {@link contraflow.v1.SetPace.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.SetPace
             * @static
             * @param {contraflow.v1.SetPace.$Properties} message SetPace message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            SetPace.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    $root.contraflow.v1.MigrationRef.encode(message.migration, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.paceBytesPerSecond != null && $Object.hasOwnProperty.call(message, "paceBytesPerSecond"))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.paceBytesPerSecond);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a SetPace message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.SetPace
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.SetPace & contraflow.v1.SetPace.$Shape} SetPace
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            SetPace.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.SetPace();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.migration = $root.contraflow.v1.MigrationRef.decode(reader, reader.size(), $undefined, _depth + 1, message.migration);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            message.paceBytesPerSecond = reader.double();
                            message._paceBytesPerSecond = "paceBytesPerSecond";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a SetPace message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.SetPace
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.SetPace} SetPace
             */
            SetPace.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.SetPace)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.SetPace: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.SetPace();
                if (object.migration != null) {
                    if (!$util.isObject(object.migration))
                        throw $TypeError(".contraflow.v1.SetPace.migration: object expected");
                    message.migration = $root.contraflow.v1.MigrationRef.fromObject(object.migration, _depth + 1);
                }
                if (object.paceBytesPerSecond != null)
                    message.paceBytesPerSecond = $Number(object.paceBytesPerSecond);
                return message;
            };

            /**
             * Creates a plain object from a SetPace message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.SetPace
             * @static
             * @param {contraflow.v1.SetPace} message SetPace
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            SetPace.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.migration = null;
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    object.migration = $root.contraflow.v1.MigrationRef.toObject(message.migration, options, _depth + 1);
                if (message.paceBytesPerSecond != null && $Object.hasOwnProperty.call(message, "paceBytesPerSecond"))
                    object.paceBytesPerSecond = options.json && !$isFinite(message.paceBytesPerSecond) ? $String(message.paceBytesPerSecond) : message.paceBytesPerSecond;
                return object;
            };

            /**
             * Converts this SetPace to JSON.
             * @function toJSON
             * @memberof contraflow.v1.SetPace
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            SetPace.prototype.toJSON = function() {
                return SetPace.toObject(this, $protobuf.util.toJSONOptions);
            };

            return SetPace;
        })();

        v1.MigrationStarted = (function() {

            /**
             * Properties of a MigrationStarted.
             * @typedef {Object} contraflow.v1.MigrationStarted.$Properties
             * @property {contraflow.v1.MigrationRef.$Properties} [migration] MigrationStarted migration
             * @property {contraflow.v1.Technique} [technique] MigrationStarted technique
             * @property {number|Long|null} [eventTimeUnixMilliseconds] MigrationStarted eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MigrationStarted.
             * @memberof contraflow.v1
             * @interface IMigrationStarted
             * @augments contraflow.v1.MigrationStarted.$Properties
             * @deprecated Use contraflow.v1.MigrationStarted.$Properties instead.
             */

            /**
             * Shape of a MigrationStarted.
             * @typedef {contraflow.v1.MigrationStarted.$Properties} contraflow.v1.MigrationStarted.$Shape
             */

            /**
             * Constructs a new MigrationStarted.
             * @memberof contraflow.v1
             * @classdesc Represents a MigrationStarted.
             * @constructor
             * @param {contraflow.v1.MigrationStarted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MigrationStarted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MigrationStarted migration.
             * @member {contraflow.v1.MigrationRef} migration
             * @memberof contraflow.v1.MigrationStarted
             * @instance
             */
            MigrationStarted.prototype.migration = null;

            /**
             * MigrationStarted technique.
             * @member {contraflow.v1.Technique} technique
             * @memberof contraflow.v1.MigrationStarted
             * @instance
             */
            MigrationStarted.prototype.technique = 0;

            /**
             * MigrationStarted eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.MigrationStarted
             * @instance
             */
            MigrationStarted.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationStarted.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new MigrationStarted instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.MigrationStarted
             * @static
             * @param {contraflow.v1.MigrationStarted.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.MigrationStarted} MigrationStarted instance
             * @type {{
             *   (properties: contraflow.v1.MigrationStarted.$Shape): contraflow.v1.MigrationStarted & contraflow.v1.MigrationStarted.$Shape;
             *   (properties?: contraflow.v1.MigrationStarted.$Properties): contraflow.v1.MigrationStarted;
             * }}
             */
            MigrationStarted.create = function(properties) {
                return new MigrationStarted(properties);
            };

            /**
             * Encodes the specified MigrationStarted message. Does not implicitly {@link contraflow.v1.MigrationStarted.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.MigrationStarted
             * @static
             * @param {contraflow.v1.MigrationStarted.$Properties} message MigrationStarted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MigrationStarted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    $root.contraflow.v1.MigrationRef.encode(message.migration, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique") && message.technique !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.technique);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MigrationStarted message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.MigrationStarted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationStarted & contraflow.v1.MigrationStarted.$Shape} MigrationStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MigrationStarted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.MigrationStarted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.migration = $root.contraflow.v1.MigrationRef.decode(reader, reader.size(), $undefined, _depth + 1, message.migration);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.technique = value;
                            else
                                delete message.technique;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MigrationStarted message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.MigrationStarted
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.MigrationStarted} MigrationStarted
             */
            MigrationStarted.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.MigrationStarted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.MigrationStarted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.MigrationStarted();
                if (object.migration != null) {
                    if (!$util.isObject(object.migration))
                        throw $TypeError(".contraflow.v1.MigrationStarted.migration: object expected");
                    message.migration = $root.contraflow.v1.MigrationRef.fromObject(object.migration, _depth + 1);
                }
                if (object.technique !== 0 && (typeof object.technique !== "string" || $root.contraflow.v1.Technique[object.technique] !== 0))
                    switch (object.technique) {
                    case "TECHNIQUE_UNSPECIFIED":
                    case 0:
                        message.technique = 0;
                        break;
                    case "PRE_COPY":
                    case 1:
                        message.technique = 1;
                        break;
                    case "POST_COPY":
                    case 2:
                        message.technique = 2;
                        break;
                    case "HYBRID":
                    case 3:
                        message.technique = 3;
                        break;
                    default:
                        if (typeof object.technique === "number" && (object.technique | 0) === object.technique)
                            message.technique = object.technique;
                    }
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a MigrationStarted message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.MigrationStarted
             * @static
             * @param {contraflow.v1.MigrationStarted} message MigrationStarted
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MigrationStarted.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.migration = null;
                    object.technique = options.enums === $String ? "TECHNIQUE_UNSPECIFIED" : 0;
                }
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    object.migration = $root.contraflow.v1.MigrationRef.toObject(message.migration, options, _depth + 1);
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique"))
                    object.technique = options.enums === $String ? $root.contraflow.v1.Technique[message.technique] === $undefined ? message.technique : $root.contraflow.v1.Technique[message.technique] : message.technique;
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this MigrationStarted to JSON.
             * @function toJSON
             * @memberof contraflow.v1.MigrationStarted
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MigrationStarted.prototype.toJSON = function() {
                return MigrationStarted.toObject(this, $protobuf.util.toJSONOptions);
            };

            return MigrationStarted;
        })();

        v1.MigrationSwitched = (function() {

            /**
             * Properties of a MigrationSwitched.
             * @typedef {Object} contraflow.v1.MigrationSwitched.$Properties
             * @property {contraflow.v1.MigrationRef.$Properties} [migration] MigrationSwitched migration
             * @property {number|Long|null} [eventTimeUnixMilliseconds] MigrationSwitched eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MigrationSwitched.
             * @memberof contraflow.v1
             * @interface IMigrationSwitched
             * @augments contraflow.v1.MigrationSwitched.$Properties
             * @deprecated Use contraflow.v1.MigrationSwitched.$Properties instead.
             */

            /**
             * Shape of a MigrationSwitched.
             * @typedef {contraflow.v1.MigrationSwitched.$Properties} contraflow.v1.MigrationSwitched.$Shape
             */

            /**
             * Constructs a new MigrationSwitched.
             * @memberof contraflow.v1
             * @classdesc Represents a MigrationSwitched.
             * @constructor
             * @param {contraflow.v1.MigrationSwitched.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MigrationSwitched = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MigrationSwitched migration.
             * @member {contraflow.v1.MigrationRef} migration
             * @memberof contraflow.v1.MigrationSwitched
             * @instance
             */
            MigrationSwitched.prototype.migration = null;

            /**
             * MigrationSwitched eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.MigrationSwitched
             * @instance
             */
            MigrationSwitched.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationSwitched.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new MigrationSwitched instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.MigrationSwitched
             * @static
             * @param {contraflow.v1.MigrationSwitched.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.MigrationSwitched} MigrationSwitched instance
             * @type {{
             *   (properties: contraflow.v1.MigrationSwitched.$Shape): contraflow.v1.MigrationSwitched & contraflow.v1.MigrationSwitched.$Shape;
             *   (properties?: contraflow.v1.MigrationSwitched.$Properties): contraflow.v1.MigrationSwitched;
             * }}
             */
            MigrationSwitched.create = function(properties) {
                return new MigrationSwitched(properties);
            };

            /**
             * Encodes the specified MigrationSwitched message. Does not implicitly {@link contraflow.v1.MigrationSwitched.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.MigrationSwitched
             * @static
             * @param {contraflow.v1.MigrationSwitched.$Properties} message MigrationSwitched message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MigrationSwitched.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    $root.contraflow.v1.MigrationRef.encode(message.migration, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MigrationSwitched message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.MigrationSwitched
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationSwitched & contraflow.v1.MigrationSwitched.$Shape} MigrationSwitched
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MigrationSwitched.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.MigrationSwitched();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.migration = $root.contraflow.v1.MigrationRef.decode(reader, reader.size(), $undefined, _depth + 1, message.migration);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MigrationSwitched message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.MigrationSwitched
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.MigrationSwitched} MigrationSwitched
             */
            MigrationSwitched.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.MigrationSwitched)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.MigrationSwitched: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.MigrationSwitched();
                if (object.migration != null) {
                    if (!$util.isObject(object.migration))
                        throw $TypeError(".contraflow.v1.MigrationSwitched.migration: object expected");
                    message.migration = $root.contraflow.v1.MigrationRef.fromObject(object.migration, _depth + 1);
                }
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a MigrationSwitched message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.MigrationSwitched
             * @static
             * @param {contraflow.v1.MigrationSwitched} message MigrationSwitched
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MigrationSwitched.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.migration = null;
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    object.migration = $root.contraflow.v1.MigrationRef.toObject(message.migration, options, _depth + 1);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this MigrationSwitched to JSON.
             * @function toJSON
             * @memberof contraflow.v1.MigrationSwitched
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MigrationSwitched.prototype.toJSON = function() {
                return MigrationSwitched.toObject(this, $protobuf.util.toJSONOptions);
            };

            return MigrationSwitched;
        })();

        v1.MigrationSettled = (function() {

            /**
             * Properties of a MigrationSettled.
             * @typedef {Object} contraflow.v1.MigrationSettled.$Properties
             * @property {contraflow.v1.MigrationRef.$Properties} [migration] MigrationSettled migration
             * @property {number|Long|null} [eventTimeUnixMilliseconds] MigrationSettled eventTimeUnixMilliseconds
             * @property {boolean|null} [observed] MigrationSettled observed
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MigrationSettled.
             * @memberof contraflow.v1
             * @interface IMigrationSettled
             * @augments contraflow.v1.MigrationSettled.$Properties
             * @deprecated Use contraflow.v1.MigrationSettled.$Properties instead.
             */

            /**
             * Shape of a MigrationSettled.
             * @typedef {contraflow.v1.MigrationSettled.$Properties} contraflow.v1.MigrationSettled.$Shape
             */

            /**
             * Constructs a new MigrationSettled.
             * @memberof contraflow.v1
             * @classdesc Represents a MigrationSettled.
             * @constructor
             * @param {contraflow.v1.MigrationSettled.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MigrationSettled = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MigrationSettled migration.
             * @member {contraflow.v1.MigrationRef} migration
             * @memberof contraflow.v1.MigrationSettled
             * @instance
             */
            MigrationSettled.prototype.migration = null;

            /**
             * MigrationSettled eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.MigrationSettled
             * @instance
             */
            MigrationSettled.prototype.eventTimeUnixMilliseconds = null;

            /**
             * MigrationSettled observed.
             * @member {boolean|null} observed
             * @memberof contraflow.v1.MigrationSettled
             * @instance
             */
            MigrationSettled.prototype.observed = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationSettled.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationSettled.prototype, "_observed", {
                get: $util.oneOfGetter($oneOfFields = ["observed"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new MigrationSettled instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.MigrationSettled
             * @static
             * @param {contraflow.v1.MigrationSettled.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.MigrationSettled} MigrationSettled instance
             * @type {{
             *   (properties: contraflow.v1.MigrationSettled.$Shape): contraflow.v1.MigrationSettled & contraflow.v1.MigrationSettled.$Shape;
             *   (properties?: contraflow.v1.MigrationSettled.$Properties): contraflow.v1.MigrationSettled;
             * }}
             */
            MigrationSettled.create = function(properties) {
                return new MigrationSettled(properties);
            };

            /**
             * Encodes the specified MigrationSettled message. Does not implicitly {@link contraflow.v1.MigrationSettled.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.MigrationSettled
             * @static
             * @param {contraflow.v1.MigrationSettled.$Properties} message MigrationSettled message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MigrationSettled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    $root.contraflow.v1.MigrationRef.encode(message.migration, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.eventTimeUnixMilliseconds);
                if (message.observed != null && $Object.hasOwnProperty.call(message, "observed"))
                    writer.uint32(/* id 3, wireType 0 =*/24).bool(message.observed);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MigrationSettled message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.MigrationSettled
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationSettled & contraflow.v1.MigrationSettled.$Shape} MigrationSettled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MigrationSettled.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.MigrationSettled();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.migration = $root.contraflow.v1.MigrationRef.decode(reader, reader.size(), $undefined, _depth + 1, message.migration);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.observed = reader.bool();
                            message._observed = "observed";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MigrationSettled message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.MigrationSettled
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.MigrationSettled} MigrationSettled
             */
            MigrationSettled.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.MigrationSettled)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.MigrationSettled: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.MigrationSettled();
                if (object.migration != null) {
                    if (!$util.isObject(object.migration))
                        throw $TypeError(".contraflow.v1.MigrationSettled.migration: object expected");
                    message.migration = $root.contraflow.v1.MigrationRef.fromObject(object.migration, _depth + 1);
                }
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                if (object.observed != null)
                    message.observed = $Boolean(object.observed);
                return message;
            };

            /**
             * Creates a plain object from a MigrationSettled message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.MigrationSettled
             * @static
             * @param {contraflow.v1.MigrationSettled} message MigrationSettled
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MigrationSettled.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.migration = null;
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    object.migration = $root.contraflow.v1.MigrationRef.toObject(message.migration, options, _depth + 1);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                if (message.observed != null && $Object.hasOwnProperty.call(message, "observed"))
                    object.observed = message.observed;
                return object;
            };

            /**
             * Converts this MigrationSettled to JSON.
             * @function toJSON
             * @memberof contraflow.v1.MigrationSettled
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MigrationSettled.prototype.toJSON = function() {
                return MigrationSettled.toObject(this, $protobuf.util.toJSONOptions);
            };

            return MigrationSettled;
        })();

        v1.MigrationPaused = (function() {

            /**
             * Properties of a MigrationPaused.
             * @typedef {Object} contraflow.v1.MigrationPaused.$Properties
             * @property {contraflow.v1.MigrationRef.$Properties} [migration] MigrationPaused migration
             * @property {string} [reason] MigrationPaused reason
             * @property {number|Long|null} [eventTimeUnixMilliseconds] MigrationPaused eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MigrationPaused.
             * @memberof contraflow.v1
             * @interface IMigrationPaused
             * @augments contraflow.v1.MigrationPaused.$Properties
             * @deprecated Use contraflow.v1.MigrationPaused.$Properties instead.
             */

            /**
             * Shape of a MigrationPaused.
             * @typedef {contraflow.v1.MigrationPaused.$Properties} contraflow.v1.MigrationPaused.$Shape
             */

            /**
             * Constructs a new MigrationPaused.
             * @memberof contraflow.v1
             * @classdesc Represents a MigrationPaused.
             * @constructor
             * @param {contraflow.v1.MigrationPaused.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MigrationPaused = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MigrationPaused migration.
             * @member {contraflow.v1.MigrationRef} migration
             * @memberof contraflow.v1.MigrationPaused
             * @instance
             */
            MigrationPaused.prototype.migration = null;

            /**
             * MigrationPaused reason.
             * @member {string} reason
             * @memberof contraflow.v1.MigrationPaused
             * @instance
             */
            MigrationPaused.prototype.reason = "";

            /**
             * MigrationPaused eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.MigrationPaused
             * @instance
             */
            MigrationPaused.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationPaused.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new MigrationPaused instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.MigrationPaused
             * @static
             * @param {contraflow.v1.MigrationPaused.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.MigrationPaused} MigrationPaused instance
             * @type {{
             *   (properties: contraflow.v1.MigrationPaused.$Shape): contraflow.v1.MigrationPaused & contraflow.v1.MigrationPaused.$Shape;
             *   (properties?: contraflow.v1.MigrationPaused.$Properties): contraflow.v1.MigrationPaused;
             * }}
             */
            MigrationPaused.create = function(properties) {
                return new MigrationPaused(properties);
            };

            /**
             * Encodes the specified MigrationPaused message. Does not implicitly {@link contraflow.v1.MigrationPaused.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.MigrationPaused
             * @static
             * @param {contraflow.v1.MigrationPaused.$Properties} message MigrationPaused message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MigrationPaused.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    $root.contraflow.v1.MigrationRef.encode(message.migration, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MigrationPaused message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.MigrationPaused
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationPaused & contraflow.v1.MigrationPaused.$Shape} MigrationPaused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MigrationPaused.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.MigrationPaused();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.migration = $root.contraflow.v1.MigrationRef.decode(reader, reader.size(), $undefined, _depth + 1, message.migration);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MigrationPaused message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.MigrationPaused
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.MigrationPaused} MigrationPaused
             */
            MigrationPaused.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.MigrationPaused)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.MigrationPaused: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.MigrationPaused();
                if (object.migration != null) {
                    if (!$util.isObject(object.migration))
                        throw $TypeError(".contraflow.v1.MigrationPaused.migration: object expected");
                    message.migration = $root.contraflow.v1.MigrationRef.fromObject(object.migration, _depth + 1);
                }
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a MigrationPaused message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.MigrationPaused
             * @static
             * @param {contraflow.v1.MigrationPaused} message MigrationPaused
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MigrationPaused.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.migration = null;
                    object.reason = "";
                }
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    object.migration = $root.contraflow.v1.MigrationRef.toObject(message.migration, options, _depth + 1);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this MigrationPaused to JSON.
             * @function toJSON
             * @memberof contraflow.v1.MigrationPaused
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MigrationPaused.prototype.toJSON = function() {
                return MigrationPaused.toObject(this, $protobuf.util.toJSONOptions);
            };

            return MigrationPaused;
        })();

        v1.MigrationRecovered = (function() {

            /**
             * Properties of a MigrationRecovered.
             * @typedef {Object} contraflow.v1.MigrationRecovered.$Properties
             * @property {contraflow.v1.MigrationRef.$Properties} [migration] MigrationRecovered migration
             * @property {number|null} [lostSeconds] MigrationRecovered lostSeconds
             * @property {number|Long|null} [eventTimeUnixMilliseconds] MigrationRecovered eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MigrationRecovered.
             * @memberof contraflow.v1
             * @interface IMigrationRecovered
             * @augments contraflow.v1.MigrationRecovered.$Properties
             * @deprecated Use contraflow.v1.MigrationRecovered.$Properties instead.
             */

            /**
             * Shape of a MigrationRecovered.
             * @typedef {contraflow.v1.MigrationRecovered.$Properties} contraflow.v1.MigrationRecovered.$Shape
             */

            /**
             * Constructs a new MigrationRecovered.
             * @memberof contraflow.v1
             * @classdesc Represents a MigrationRecovered.
             * @constructor
             * @param {contraflow.v1.MigrationRecovered.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MigrationRecovered = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MigrationRecovered migration.
             * @member {contraflow.v1.MigrationRef} migration
             * @memberof contraflow.v1.MigrationRecovered
             * @instance
             */
            MigrationRecovered.prototype.migration = null;

            /**
             * MigrationRecovered lostSeconds.
             * @member {number|null} lostSeconds
             * @memberof contraflow.v1.MigrationRecovered
             * @instance
             */
            MigrationRecovered.prototype.lostSeconds = null;

            /**
             * MigrationRecovered eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.MigrationRecovered
             * @instance
             */
            MigrationRecovered.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationRecovered.prototype, "_lostSeconds", {
                get: $util.oneOfGetter($oneOfFields = ["lostSeconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationRecovered.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new MigrationRecovered instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.MigrationRecovered
             * @static
             * @param {contraflow.v1.MigrationRecovered.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.MigrationRecovered} MigrationRecovered instance
             * @type {{
             *   (properties: contraflow.v1.MigrationRecovered.$Shape): contraflow.v1.MigrationRecovered & contraflow.v1.MigrationRecovered.$Shape;
             *   (properties?: contraflow.v1.MigrationRecovered.$Properties): contraflow.v1.MigrationRecovered;
             * }}
             */
            MigrationRecovered.create = function(properties) {
                return new MigrationRecovered(properties);
            };

            /**
             * Encodes the specified MigrationRecovered message. Does not implicitly {@link contraflow.v1.MigrationRecovered.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.MigrationRecovered
             * @static
             * @param {contraflow.v1.MigrationRecovered.$Properties} message MigrationRecovered message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MigrationRecovered.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    $root.contraflow.v1.MigrationRef.encode(message.migration, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.lostSeconds != null && $Object.hasOwnProperty.call(message, "lostSeconds"))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.lostSeconds);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MigrationRecovered message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.MigrationRecovered
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationRecovered & contraflow.v1.MigrationRecovered.$Shape} MigrationRecovered
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MigrationRecovered.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.MigrationRecovered();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.migration = $root.contraflow.v1.MigrationRef.decode(reader, reader.size(), $undefined, _depth + 1, message.migration);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            message.lostSeconds = reader.double();
                            message._lostSeconds = "lostSeconds";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MigrationRecovered message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.MigrationRecovered
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.MigrationRecovered} MigrationRecovered
             */
            MigrationRecovered.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.MigrationRecovered)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.MigrationRecovered: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.MigrationRecovered();
                if (object.migration != null) {
                    if (!$util.isObject(object.migration))
                        throw $TypeError(".contraflow.v1.MigrationRecovered.migration: object expected");
                    message.migration = $root.contraflow.v1.MigrationRef.fromObject(object.migration, _depth + 1);
                }
                if (object.lostSeconds != null)
                    message.lostSeconds = $Number(object.lostSeconds);
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a MigrationRecovered message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.MigrationRecovered
             * @static
             * @param {contraflow.v1.MigrationRecovered} message MigrationRecovered
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MigrationRecovered.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.migration = null;
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    object.migration = $root.contraflow.v1.MigrationRef.toObject(message.migration, options, _depth + 1);
                if (message.lostSeconds != null && $Object.hasOwnProperty.call(message, "lostSeconds"))
                    object.lostSeconds = options.json && !$isFinite(message.lostSeconds) ? $String(message.lostSeconds) : message.lostSeconds;
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this MigrationRecovered to JSON.
             * @function toJSON
             * @memberof contraflow.v1.MigrationRecovered
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MigrationRecovered.prototype.toJSON = function() {
                return MigrationRecovered.toObject(this, $protobuf.util.toJSONOptions);
            };

            return MigrationRecovered;
        })();

        v1.MigrationResumed = (function() {

            /**
             * Properties of a MigrationResumed.
             * @typedef {Object} contraflow.v1.MigrationResumed.$Properties
             * @property {contraflow.v1.MigrationRef.$Properties} [migration] MigrationResumed migration
             * @property {number|Long|null} [eventTimeUnixMilliseconds] MigrationResumed eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MigrationResumed.
             * @memberof contraflow.v1
             * @interface IMigrationResumed
             * @augments contraflow.v1.MigrationResumed.$Properties
             * @deprecated Use contraflow.v1.MigrationResumed.$Properties instead.
             */

            /**
             * Shape of a MigrationResumed.
             * @typedef {contraflow.v1.MigrationResumed.$Properties} contraflow.v1.MigrationResumed.$Shape
             */

            /**
             * Constructs a new MigrationResumed.
             * @memberof contraflow.v1
             * @classdesc Represents a MigrationResumed.
             * @constructor
             * @param {contraflow.v1.MigrationResumed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MigrationResumed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MigrationResumed migration.
             * @member {contraflow.v1.MigrationRef} migration
             * @memberof contraflow.v1.MigrationResumed
             * @instance
             */
            MigrationResumed.prototype.migration = null;

            /**
             * MigrationResumed eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.MigrationResumed
             * @instance
             */
            MigrationResumed.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationResumed.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new MigrationResumed instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.MigrationResumed
             * @static
             * @param {contraflow.v1.MigrationResumed.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.MigrationResumed} MigrationResumed instance
             * @type {{
             *   (properties: contraflow.v1.MigrationResumed.$Shape): contraflow.v1.MigrationResumed & contraflow.v1.MigrationResumed.$Shape;
             *   (properties?: contraflow.v1.MigrationResumed.$Properties): contraflow.v1.MigrationResumed;
             * }}
             */
            MigrationResumed.create = function(properties) {
                return new MigrationResumed(properties);
            };

            /**
             * Encodes the specified MigrationResumed message. Does not implicitly {@link contraflow.v1.MigrationResumed.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.MigrationResumed
             * @static
             * @param {contraflow.v1.MigrationResumed.$Properties} message MigrationResumed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MigrationResumed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    $root.contraflow.v1.MigrationRef.encode(message.migration, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MigrationResumed message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.MigrationResumed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationResumed & contraflow.v1.MigrationResumed.$Shape} MigrationResumed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MigrationResumed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.MigrationResumed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.migration = $root.contraflow.v1.MigrationRef.decode(reader, reader.size(), $undefined, _depth + 1, message.migration);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MigrationResumed message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.MigrationResumed
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.MigrationResumed} MigrationResumed
             */
            MigrationResumed.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.MigrationResumed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.MigrationResumed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.MigrationResumed();
                if (object.migration != null) {
                    if (!$util.isObject(object.migration))
                        throw $TypeError(".contraflow.v1.MigrationResumed.migration: object expected");
                    message.migration = $root.contraflow.v1.MigrationRef.fromObject(object.migration, _depth + 1);
                }
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a MigrationResumed message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.MigrationResumed
             * @static
             * @param {contraflow.v1.MigrationResumed} message MigrationResumed
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MigrationResumed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.migration = null;
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    object.migration = $root.contraflow.v1.MigrationRef.toObject(message.migration, options, _depth + 1);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this MigrationResumed to JSON.
             * @function toJSON
             * @memberof contraflow.v1.MigrationResumed
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MigrationResumed.prototype.toJSON = function() {
                return MigrationResumed.toObject(this, $protobuf.util.toJSONOptions);
            };

            return MigrationResumed;
        })();

        v1.MigrationCompleted = (function() {

            /**
             * Properties of a MigrationCompleted.
             * @typedef {Object} contraflow.v1.MigrationCompleted.$Properties
             * @property {contraflow.v1.MigrationRef.$Properties} [migration] MigrationCompleted migration
             * @property {contraflow.v1.Technique} [technique] MigrationCompleted technique
             * @property {number|Long|null} [eventTimeUnixMilliseconds] MigrationCompleted eventTimeUnixMilliseconds
             * @property {number|null} [totalSeconds] MigrationCompleted totalSeconds
             * @property {number|null} [downtimeSeconds] MigrationCompleted downtimeSeconds
             * @property {number|Long|null} [transferredBytes] MigrationCompleted transferredBytes
             * @property {number|Long|null} [postCopyRequests] MigrationCompleted postCopyRequests
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MigrationCompleted.
             * @memberof contraflow.v1
             * @interface IMigrationCompleted
             * @augments contraflow.v1.MigrationCompleted.$Properties
             * @deprecated Use contraflow.v1.MigrationCompleted.$Properties instead.
             */

            /**
             * Shape of a MigrationCompleted.
             * @typedef {contraflow.v1.MigrationCompleted.$Properties} contraflow.v1.MigrationCompleted.$Shape
             */

            /**
             * Constructs a new MigrationCompleted.
             * @memberof contraflow.v1
             * @classdesc Represents a MigrationCompleted.
             * @constructor
             * @param {contraflow.v1.MigrationCompleted.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MigrationCompleted = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MigrationCompleted migration.
             * @member {contraflow.v1.MigrationRef} migration
             * @memberof contraflow.v1.MigrationCompleted
             * @instance
             */
            MigrationCompleted.prototype.migration = null;

            /**
             * MigrationCompleted technique.
             * @member {contraflow.v1.Technique} technique
             * @memberof contraflow.v1.MigrationCompleted
             * @instance
             */
            MigrationCompleted.prototype.technique = 0;

            /**
             * MigrationCompleted eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.MigrationCompleted
             * @instance
             */
            MigrationCompleted.prototype.eventTimeUnixMilliseconds = null;

            /**
             * MigrationCompleted totalSeconds.
             * @member {number|null} totalSeconds
             * @memberof contraflow.v1.MigrationCompleted
             * @instance
             */
            MigrationCompleted.prototype.totalSeconds = null;

            /**
             * MigrationCompleted downtimeSeconds.
             * @member {number|null} downtimeSeconds
             * @memberof contraflow.v1.MigrationCompleted
             * @instance
             */
            MigrationCompleted.prototype.downtimeSeconds = null;

            /**
             * MigrationCompleted transferredBytes.
             * @member {number|Long|null} transferredBytes
             * @memberof contraflow.v1.MigrationCompleted
             * @instance
             */
            MigrationCompleted.prototype.transferredBytes = null;

            /**
             * MigrationCompleted postCopyRequests.
             * @member {number|Long|null} postCopyRequests
             * @memberof contraflow.v1.MigrationCompleted
             * @instance
             */
            MigrationCompleted.prototype.postCopyRequests = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationCompleted.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationCompleted.prototype, "_totalSeconds", {
                get: $util.oneOfGetter($oneOfFields = ["totalSeconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationCompleted.prototype, "_downtimeSeconds", {
                get: $util.oneOfGetter($oneOfFields = ["downtimeSeconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationCompleted.prototype, "_transferredBytes", {
                get: $util.oneOfGetter($oneOfFields = ["transferredBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationCompleted.prototype, "_postCopyRequests", {
                get: $util.oneOfGetter($oneOfFields = ["postCopyRequests"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new MigrationCompleted instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.MigrationCompleted
             * @static
             * @param {contraflow.v1.MigrationCompleted.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.MigrationCompleted} MigrationCompleted instance
             * @type {{
             *   (properties: contraflow.v1.MigrationCompleted.$Shape): contraflow.v1.MigrationCompleted & contraflow.v1.MigrationCompleted.$Shape;
             *   (properties?: contraflow.v1.MigrationCompleted.$Properties): contraflow.v1.MigrationCompleted;
             * }}
             */
            MigrationCompleted.create = function(properties) {
                return new MigrationCompleted(properties);
            };

            /**
             * Encodes the specified MigrationCompleted message. Does not implicitly {@link contraflow.v1.MigrationCompleted.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.MigrationCompleted
             * @static
             * @param {contraflow.v1.MigrationCompleted.$Properties} message MigrationCompleted message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MigrationCompleted.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    $root.contraflow.v1.MigrationRef.encode(message.migration, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique") && message.technique !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.technique);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.eventTimeUnixMilliseconds);
                if (message.totalSeconds != null && $Object.hasOwnProperty.call(message, "totalSeconds"))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.totalSeconds);
                if (message.downtimeSeconds != null && $Object.hasOwnProperty.call(message, "downtimeSeconds"))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.downtimeSeconds);
                if (message.transferredBytes != null && $Object.hasOwnProperty.call(message, "transferredBytes"))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.transferredBytes);
                if (message.postCopyRequests != null && $Object.hasOwnProperty.call(message, "postCopyRequests"))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.postCopyRequests);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MigrationCompleted message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.MigrationCompleted
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationCompleted & contraflow.v1.MigrationCompleted.$Shape} MigrationCompleted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MigrationCompleted.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.MigrationCompleted();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.migration = $root.contraflow.v1.MigrationRef.decode(reader, reader.size(), $undefined, _depth + 1, message.migration);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.technique = value;
                            else
                                delete message.technique;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            message.totalSeconds = reader.double();
                            message._totalSeconds = "totalSeconds";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            message.downtimeSeconds = reader.double();
                            message._downtimeSeconds = "downtimeSeconds";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.transferredBytes = reader.uint64();
                            message._transferredBytes = "transferredBytes";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.postCopyRequests = reader.uint64();
                            message._postCopyRequests = "postCopyRequests";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MigrationCompleted message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.MigrationCompleted
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.MigrationCompleted} MigrationCompleted
             */
            MigrationCompleted.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.MigrationCompleted)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.MigrationCompleted: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.MigrationCompleted();
                if (object.migration != null) {
                    if (!$util.isObject(object.migration))
                        throw $TypeError(".contraflow.v1.MigrationCompleted.migration: object expected");
                    message.migration = $root.contraflow.v1.MigrationRef.fromObject(object.migration, _depth + 1);
                }
                if (object.technique !== 0 && (typeof object.technique !== "string" || $root.contraflow.v1.Technique[object.technique] !== 0))
                    switch (object.technique) {
                    case "TECHNIQUE_UNSPECIFIED":
                    case 0:
                        message.technique = 0;
                        break;
                    case "PRE_COPY":
                    case 1:
                        message.technique = 1;
                        break;
                    case "POST_COPY":
                    case 2:
                        message.technique = 2;
                        break;
                    case "HYBRID":
                    case 3:
                        message.technique = 3;
                        break;
                    default:
                        if (typeof object.technique === "number" && (object.technique | 0) === object.technique)
                            message.technique = object.technique;
                    }
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                if (object.totalSeconds != null)
                    message.totalSeconds = $Number(object.totalSeconds);
                if (object.downtimeSeconds != null)
                    message.downtimeSeconds = $Number(object.downtimeSeconds);
                if (object.transferredBytes != null)
                    if ($util.Long)
                        message.transferredBytes = $util.Long.fromValue(object.transferredBytes, true);
                    else if (typeof object.transferredBytes === "string")
                        message.transferredBytes = $parseInt(object.transferredBytes, 10);
                    else if (typeof object.transferredBytes === "number")
                        message.transferredBytes = object.transferredBytes;
                    else if (typeof object.transferredBytes === "object")
                        message.transferredBytes = new $util.LongBits(object.transferredBytes.low >>> 0, object.transferredBytes.high >>> 0).toNumber(true);
                if (object.postCopyRequests != null)
                    if ($util.Long)
                        message.postCopyRequests = $util.Long.fromValue(object.postCopyRequests, true);
                    else if (typeof object.postCopyRequests === "string")
                        message.postCopyRequests = $parseInt(object.postCopyRequests, 10);
                    else if (typeof object.postCopyRequests === "number")
                        message.postCopyRequests = object.postCopyRequests;
                    else if (typeof object.postCopyRequests === "object")
                        message.postCopyRequests = new $util.LongBits(object.postCopyRequests.low >>> 0, object.postCopyRequests.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a MigrationCompleted message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.MigrationCompleted
             * @static
             * @param {contraflow.v1.MigrationCompleted} message MigrationCompleted
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MigrationCompleted.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.migration = null;
                    object.technique = options.enums === $String ? "TECHNIQUE_UNSPECIFIED" : 0;
                }
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    object.migration = $root.contraflow.v1.MigrationRef.toObject(message.migration, options, _depth + 1);
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique"))
                    object.technique = options.enums === $String ? $root.contraflow.v1.Technique[message.technique] === $undefined ? message.technique : $root.contraflow.v1.Technique[message.technique] : message.technique;
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                if (message.totalSeconds != null && $Object.hasOwnProperty.call(message, "totalSeconds"))
                    object.totalSeconds = options.json && !$isFinite(message.totalSeconds) ? $String(message.totalSeconds) : message.totalSeconds;
                if (message.downtimeSeconds != null && $Object.hasOwnProperty.call(message, "downtimeSeconds"))
                    object.downtimeSeconds = options.json && !$isFinite(message.downtimeSeconds) ? $String(message.downtimeSeconds) : message.downtimeSeconds;
                if (message.transferredBytes != null && $Object.hasOwnProperty.call(message, "transferredBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.transferredBytes = typeof message.transferredBytes === "number" ? $BigInt(message.transferredBytes) : $util.Long.fromBits(message.transferredBytes.low >>> 0, message.transferredBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.transferredBytes === "number")
                        object.transferredBytes = options.longs === $String ? $String(message.transferredBytes) : message.transferredBytes;
                    else
                        object.transferredBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.transferredBytes) : options.longs === $Number ? new $util.LongBits(message.transferredBytes.low >>> 0, message.transferredBytes.high >>> 0).toNumber(true) : message.transferredBytes;
                if (message.postCopyRequests != null && $Object.hasOwnProperty.call(message, "postCopyRequests"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.postCopyRequests = typeof message.postCopyRequests === "number" ? $BigInt(message.postCopyRequests) : $util.Long.fromBits(message.postCopyRequests.low >>> 0, message.postCopyRequests.high >>> 0, true).toBigInt();
                    else if (typeof message.postCopyRequests === "number")
                        object.postCopyRequests = options.longs === $String ? $String(message.postCopyRequests) : message.postCopyRequests;
                    else
                        object.postCopyRequests = options.longs === $String ? $util.Long.prototype.toString.call(message.postCopyRequests) : options.longs === $Number ? new $util.LongBits(message.postCopyRequests.low >>> 0, message.postCopyRequests.high >>> 0).toNumber(true) : message.postCopyRequests;
                return object;
            };

            /**
             * Converts this MigrationCompleted to JSON.
             * @function toJSON
             * @memberof contraflow.v1.MigrationCompleted
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MigrationCompleted.prototype.toJSON = function() {
                return MigrationCompleted.toObject(this, $protobuf.util.toJSONOptions);
            };

            return MigrationCompleted;
        })();

        v1.MigrationFailed = (function() {

            /**
             * Properties of a MigrationFailed.
             * @typedef {Object} contraflow.v1.MigrationFailed.$Properties
             * @property {contraflow.v1.MigrationRef.$Properties} [migration] MigrationFailed migration
             * @property {string} [reason] MigrationFailed reason
             * @property {contraflow.v1.MigrationFailed.VmLocation} [vmLocation] MigrationFailed vmLocation
             * @property {number|Long|null} [eventTimeUnixMilliseconds] MigrationFailed eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MigrationFailed.
             * @memberof contraflow.v1
             * @interface IMigrationFailed
             * @augments contraflow.v1.MigrationFailed.$Properties
             * @deprecated Use contraflow.v1.MigrationFailed.$Properties instead.
             */

            /**
             * Shape of a MigrationFailed.
             * @typedef {contraflow.v1.MigrationFailed.$Properties} contraflow.v1.MigrationFailed.$Shape
             */

            /**
             * Constructs a new MigrationFailed.
             * @memberof contraflow.v1
             * @classdesc Represents a MigrationFailed.
             * @constructor
             * @param {contraflow.v1.MigrationFailed.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MigrationFailed = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MigrationFailed migration.
             * @member {contraflow.v1.MigrationRef} migration
             * @memberof contraflow.v1.MigrationFailed
             * @instance
             */
            MigrationFailed.prototype.migration = null;

            /**
             * MigrationFailed reason.
             * @member {string} reason
             * @memberof contraflow.v1.MigrationFailed
             * @instance
             */
            MigrationFailed.prototype.reason = "";

            /**
             * MigrationFailed vmLocation.
             * @member {contraflow.v1.MigrationFailed.VmLocation} vmLocation
             * @memberof contraflow.v1.MigrationFailed
             * @instance
             */
            MigrationFailed.prototype.vmLocation = 0;

            /**
             * MigrationFailed eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.MigrationFailed
             * @instance
             */
            MigrationFailed.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationFailed.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new MigrationFailed instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.MigrationFailed
             * @static
             * @param {contraflow.v1.MigrationFailed.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.MigrationFailed} MigrationFailed instance
             * @type {{
             *   (properties: contraflow.v1.MigrationFailed.$Shape): contraflow.v1.MigrationFailed & contraflow.v1.MigrationFailed.$Shape;
             *   (properties?: contraflow.v1.MigrationFailed.$Properties): contraflow.v1.MigrationFailed;
             * }}
             */
            MigrationFailed.create = function(properties) {
                return new MigrationFailed(properties);
            };

            /**
             * Encodes the specified MigrationFailed message. Does not implicitly {@link contraflow.v1.MigrationFailed.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.MigrationFailed
             * @static
             * @param {contraflow.v1.MigrationFailed.$Properties} message MigrationFailed message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MigrationFailed.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    $root.contraflow.v1.MigrationRef.encode(message.migration, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
                if (message.vmLocation != null && $Object.hasOwnProperty.call(message, "vmLocation") && message.vmLocation !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.vmLocation);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MigrationFailed message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.MigrationFailed
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationFailed & contraflow.v1.MigrationFailed.$Shape} MigrationFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MigrationFailed.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.MigrationFailed();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.migration = $root.contraflow.v1.MigrationRef.decode(reader, reader.size(), $undefined, _depth + 1, message.migration);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.vmLocation = value;
                            else
                                delete message.vmLocation;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MigrationFailed message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.MigrationFailed
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.MigrationFailed} MigrationFailed
             */
            MigrationFailed.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.MigrationFailed)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.MigrationFailed: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.MigrationFailed();
                if (object.migration != null) {
                    if (!$util.isObject(object.migration))
                        throw $TypeError(".contraflow.v1.MigrationFailed.migration: object expected");
                    message.migration = $root.contraflow.v1.MigrationRef.fromObject(object.migration, _depth + 1);
                }
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.vmLocation !== 0 && (typeof object.vmLocation !== "string" || $root.contraflow.v1.MigrationFailed.VmLocation[object.vmLocation] !== 0))
                    switch (object.vmLocation) {
                    case "VM_LOCATION_UNSPECIFIED":
                    case 0:
                        message.vmLocation = 0;
                        break;
                    case "RUNS_AT_SOURCE":
                    case 1:
                        message.vmLocation = 1;
                        break;
                    case "RUNS_AT_DESTINATION":
                    case 2:
                        message.vmLocation = 2;
                        break;
                    case "LOST":
                    case 3:
                        message.vmLocation = 3;
                        break;
                    case "UNCERTAIN":
                    case 4:
                        message.vmLocation = 4;
                        break;
                    default:
                        if (typeof object.vmLocation === "number" && (object.vmLocation | 0) === object.vmLocation)
                            message.vmLocation = object.vmLocation;
                    }
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a MigrationFailed message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.MigrationFailed
             * @static
             * @param {contraflow.v1.MigrationFailed} message MigrationFailed
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MigrationFailed.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.migration = null;
                    object.reason = "";
                    object.vmLocation = options.enums === $String ? "VM_LOCATION_UNSPECIFIED" : 0;
                }
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    object.migration = $root.contraflow.v1.MigrationRef.toObject(message.migration, options, _depth + 1);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.vmLocation != null && $Object.hasOwnProperty.call(message, "vmLocation"))
                    object.vmLocation = options.enums === $String ? $root.contraflow.v1.MigrationFailed.VmLocation[message.vmLocation] === $undefined ? message.vmLocation : $root.contraflow.v1.MigrationFailed.VmLocation[message.vmLocation] : message.vmLocation;
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this MigrationFailed to JSON.
             * @function toJSON
             * @memberof contraflow.v1.MigrationFailed
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MigrationFailed.prototype.toJSON = function() {
                return MigrationFailed.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * VmLocation enum.
             * @name contraflow.v1.MigrationFailed.VmLocation
             * @enum {number}
             * @property {number} VM_LOCATION_UNSPECIFIED=0 VM_LOCATION_UNSPECIFIED value
             * @property {number} RUNS_AT_SOURCE=1 RUNS_AT_SOURCE value
             * @property {number} RUNS_AT_DESTINATION=2 RUNS_AT_DESTINATION value
             * @property {number} LOST=3 LOST value
             * @property {number} UNCERTAIN=4 UNCERTAIN value
             */
            MigrationFailed.VmLocation = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "VM_LOCATION_UNSPECIFIED"] = 0;
                values[valuesById[1] = "RUNS_AT_SOURCE"] = 1;
                values[valuesById[2] = "RUNS_AT_DESTINATION"] = 2;
                values[valuesById[3] = "LOST"] = 3;
                values[valuesById[4] = "UNCERTAIN"] = 4;
                return values;
            })();

            return MigrationFailed;
        })();

        v1.MigrationCancelled = (function() {

            /**
             * Properties of a MigrationCancelled.
             * @typedef {Object} contraflow.v1.MigrationCancelled.$Properties
             * @property {contraflow.v1.MigrationRef.$Properties} [migration] MigrationCancelled migration
             * @property {string} [reason] MigrationCancelled reason
             * @property {number|Long|null} [eventTimeUnixMilliseconds] MigrationCancelled eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MigrationCancelled.
             * @memberof contraflow.v1
             * @interface IMigrationCancelled
             * @augments contraflow.v1.MigrationCancelled.$Properties
             * @deprecated Use contraflow.v1.MigrationCancelled.$Properties instead.
             */

            /**
             * Shape of a MigrationCancelled.
             * @typedef {contraflow.v1.MigrationCancelled.$Properties} contraflow.v1.MigrationCancelled.$Shape
             */

            /**
             * Constructs a new MigrationCancelled.
             * @memberof contraflow.v1
             * @classdesc Represents a MigrationCancelled.
             * @constructor
             * @param {contraflow.v1.MigrationCancelled.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MigrationCancelled = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MigrationCancelled migration.
             * @member {contraflow.v1.MigrationRef} migration
             * @memberof contraflow.v1.MigrationCancelled
             * @instance
             */
            MigrationCancelled.prototype.migration = null;

            /**
             * MigrationCancelled reason.
             * @member {string} reason
             * @memberof contraflow.v1.MigrationCancelled
             * @instance
             */
            MigrationCancelled.prototype.reason = "";

            /**
             * MigrationCancelled eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.MigrationCancelled
             * @instance
             */
            MigrationCancelled.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationCancelled.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new MigrationCancelled instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.MigrationCancelled
             * @static
             * @param {contraflow.v1.MigrationCancelled.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.MigrationCancelled} MigrationCancelled instance
             * @type {{
             *   (properties: contraflow.v1.MigrationCancelled.$Shape): contraflow.v1.MigrationCancelled & contraflow.v1.MigrationCancelled.$Shape;
             *   (properties?: contraflow.v1.MigrationCancelled.$Properties): contraflow.v1.MigrationCancelled;
             * }}
             */
            MigrationCancelled.create = function(properties) {
                return new MigrationCancelled(properties);
            };

            /**
             * Encodes the specified MigrationCancelled message. Does not implicitly {@link contraflow.v1.MigrationCancelled.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.MigrationCancelled
             * @static
             * @param {contraflow.v1.MigrationCancelled.$Properties} message MigrationCancelled message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MigrationCancelled.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    $root.contraflow.v1.MigrationRef.encode(message.migration, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.reason);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MigrationCancelled message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.MigrationCancelled
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationCancelled & contraflow.v1.MigrationCancelled.$Shape} MigrationCancelled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MigrationCancelled.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.MigrationCancelled();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.migration = $root.contraflow.v1.MigrationRef.decode(reader, reader.size(), $undefined, _depth + 1, message.migration);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MigrationCancelled message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.MigrationCancelled
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.MigrationCancelled} MigrationCancelled
             */
            MigrationCancelled.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.MigrationCancelled)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.MigrationCancelled: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.MigrationCancelled();
                if (object.migration != null) {
                    if (!$util.isObject(object.migration))
                        throw $TypeError(".contraflow.v1.MigrationCancelled.migration: object expected");
                    message.migration = $root.contraflow.v1.MigrationRef.fromObject(object.migration, _depth + 1);
                }
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a MigrationCancelled message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.MigrationCancelled
             * @static
             * @param {contraflow.v1.MigrationCancelled} message MigrationCancelled
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MigrationCancelled.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.migration = null;
                    object.reason = "";
                }
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    object.migration = $root.contraflow.v1.MigrationRef.toObject(message.migration, options, _depth + 1);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this MigrationCancelled to JSON.
             * @function toJSON
             * @memberof contraflow.v1.MigrationCancelled
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MigrationCancelled.prototype.toJSON = function() {
                return MigrationCancelled.toObject(this, $protobuf.util.toJSONOptions);
            };

            return MigrationCancelled;
        })();

        v1.MigrationProgress = (function() {

            /**
             * Properties of a MigrationProgress.
             * @typedef {Object} contraflow.v1.MigrationProgress.$Properties
             * @property {contraflow.v1.MigrationRef.$Properties} [migration] MigrationProgress migration
             * @property {contraflow.v1.Technique} [technique] MigrationProgress technique
             * @property {contraflow.v1.MigrationProgress.Phase} [phase] MigrationProgress phase
             * @property {number|null} [percent] MigrationProgress percent
             * @property {number|Long|null} [transferredBytes] MigrationProgress transferredBytes
             * @property {number|Long|null} [remainingBytes] MigrationProgress remainingBytes
             * @property {number|null} [bytesPerSecond] MigrationProgress bytesPerSecond
             * @property {number|null} [pass] MigrationProgress pass
             * @property {number|null} [remainingSeconds] MigrationProgress remainingSeconds
             * @property {number|Long|null} [postCopyRequests] MigrationProgress postCopyRequests
             * @property {number|Long|null} [sampleTimeUnixMilliseconds] MigrationProgress sampleTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a MigrationProgress.
             * @memberof contraflow.v1
             * @interface IMigrationProgress
             * @augments contraflow.v1.MigrationProgress.$Properties
             * @deprecated Use contraflow.v1.MigrationProgress.$Properties instead.
             */

            /**
             * Shape of a MigrationProgress.
             * @typedef {contraflow.v1.MigrationProgress.$Properties} contraflow.v1.MigrationProgress.$Shape
             */

            /**
             * Constructs a new MigrationProgress.
             * @memberof contraflow.v1
             * @classdesc Represents a MigrationProgress.
             * @constructor
             * @param {contraflow.v1.MigrationProgress.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const MigrationProgress = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * MigrationProgress migration.
             * @member {contraflow.v1.MigrationRef} migration
             * @memberof contraflow.v1.MigrationProgress
             * @instance
             */
            MigrationProgress.prototype.migration = null;

            /**
             * MigrationProgress technique.
             * @member {contraflow.v1.Technique} technique
             * @memberof contraflow.v1.MigrationProgress
             * @instance
             */
            MigrationProgress.prototype.technique = 0;

            /**
             * MigrationProgress phase.
             * @member {contraflow.v1.MigrationProgress.Phase} phase
             * @memberof contraflow.v1.MigrationProgress
             * @instance
             */
            MigrationProgress.prototype.phase = 0;

            /**
             * MigrationProgress percent.
             * @member {number|null} percent
             * @memberof contraflow.v1.MigrationProgress
             * @instance
             */
            MigrationProgress.prototype.percent = null;

            /**
             * MigrationProgress transferredBytes.
             * @member {number|Long|null} transferredBytes
             * @memberof contraflow.v1.MigrationProgress
             * @instance
             */
            MigrationProgress.prototype.transferredBytes = null;

            /**
             * MigrationProgress remainingBytes.
             * @member {number|Long|null} remainingBytes
             * @memberof contraflow.v1.MigrationProgress
             * @instance
             */
            MigrationProgress.prototype.remainingBytes = null;

            /**
             * MigrationProgress bytesPerSecond.
             * @member {number|null} bytesPerSecond
             * @memberof contraflow.v1.MigrationProgress
             * @instance
             */
            MigrationProgress.prototype.bytesPerSecond = null;

            /**
             * MigrationProgress pass.
             * @member {number|null} pass
             * @memberof contraflow.v1.MigrationProgress
             * @instance
             */
            MigrationProgress.prototype.pass = null;

            /**
             * MigrationProgress remainingSeconds.
             * @member {number|null} remainingSeconds
             * @memberof contraflow.v1.MigrationProgress
             * @instance
             */
            MigrationProgress.prototype.remainingSeconds = null;

            /**
             * MigrationProgress postCopyRequests.
             * @member {number|Long|null} postCopyRequests
             * @memberof contraflow.v1.MigrationProgress
             * @instance
             */
            MigrationProgress.prototype.postCopyRequests = null;

            /**
             * MigrationProgress sampleTimeUnixMilliseconds.
             * @member {number|Long|null} sampleTimeUnixMilliseconds
             * @memberof contraflow.v1.MigrationProgress
             * @instance
             */
            MigrationProgress.prototype.sampleTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationProgress.prototype, "_percent", {
                get: $util.oneOfGetter($oneOfFields = ["percent"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationProgress.prototype, "_transferredBytes", {
                get: $util.oneOfGetter($oneOfFields = ["transferredBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationProgress.prototype, "_remainingBytes", {
                get: $util.oneOfGetter($oneOfFields = ["remainingBytes"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationProgress.prototype, "_bytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["bytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationProgress.prototype, "_pass", {
                get: $util.oneOfGetter($oneOfFields = ["pass"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationProgress.prototype, "_remainingSeconds", {
                get: $util.oneOfGetter($oneOfFields = ["remainingSeconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationProgress.prototype, "_postCopyRequests", {
                get: $util.oneOfGetter($oneOfFields = ["postCopyRequests"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(MigrationProgress.prototype, "_sampleTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["sampleTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new MigrationProgress instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.MigrationProgress
             * @static
             * @param {contraflow.v1.MigrationProgress.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.MigrationProgress} MigrationProgress instance
             * @type {{
             *   (properties: contraflow.v1.MigrationProgress.$Shape): contraflow.v1.MigrationProgress & contraflow.v1.MigrationProgress.$Shape;
             *   (properties?: contraflow.v1.MigrationProgress.$Properties): contraflow.v1.MigrationProgress;
             * }}
             */
            MigrationProgress.create = function(properties) {
                return new MigrationProgress(properties);
            };

            /**
             * Encodes the specified MigrationProgress message. Does not implicitly {@link contraflow.v1.MigrationProgress.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.MigrationProgress
             * @static
             * @param {contraflow.v1.MigrationProgress.$Properties} message MigrationProgress message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            MigrationProgress.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    $root.contraflow.v1.MigrationRef.encode(message.migration, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique") && message.technique !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.technique);
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase") && message.phase !== 0)
                    writer.uint32(/* id 3, wireType 0 =*/24).int32(message.phase);
                if (message.percent != null && $Object.hasOwnProperty.call(message, "percent"))
                    writer.uint32(/* id 4, wireType 1 =*/33).double(message.percent);
                if (message.transferredBytes != null && $Object.hasOwnProperty.call(message, "transferredBytes"))
                    writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.transferredBytes);
                if (message.remainingBytes != null && $Object.hasOwnProperty.call(message, "remainingBytes"))
                    writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.remainingBytes);
                if (message.bytesPerSecond != null && $Object.hasOwnProperty.call(message, "bytesPerSecond"))
                    writer.uint32(/* id 7, wireType 1 =*/57).double(message.bytesPerSecond);
                if (message.pass != null && $Object.hasOwnProperty.call(message, "pass"))
                    writer.uint32(/* id 8, wireType 0 =*/64).uint32(message.pass);
                if (message.remainingSeconds != null && $Object.hasOwnProperty.call(message, "remainingSeconds"))
                    writer.uint32(/* id 9, wireType 1 =*/73).double(message.remainingSeconds);
                if (message.postCopyRequests != null && $Object.hasOwnProperty.call(message, "postCopyRequests"))
                    writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.postCopyRequests);
                if (message.sampleTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "sampleTimeUnixMilliseconds"))
                    writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.sampleTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a MigrationProgress message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.MigrationProgress
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationProgress & contraflow.v1.MigrationProgress.$Shape} MigrationProgress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            MigrationProgress.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.MigrationProgress();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            message.migration = $root.contraflow.v1.MigrationRef.decode(reader, reader.size(), $undefined, _depth + 1, message.migration);
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.technique = value;
                            else
                                delete message.technique;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.phase = value;
                            else
                                delete message.phase;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 1)
                                break;
                            message.percent = reader.double();
                            message._percent = "percent";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 0)
                                break;
                            message.transferredBytes = reader.uint64();
                            message._transferredBytes = "transferredBytes";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 0)
                                break;
                            message.remainingBytes = reader.uint64();
                            message._remainingBytes = "remainingBytes";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 1)
                                break;
                            message.bytesPerSecond = reader.double();
                            message._bytesPerSecond = "bytesPerSecond";
                            continue;
                        }
                    case 8: {
                            if (wireType !== 0)
                                break;
                            message.pass = reader.uint32();
                            message._pass = "pass";
                            continue;
                        }
                    case 9: {
                            if (wireType !== 1)
                                break;
                            message.remainingSeconds = reader.double();
                            message._remainingSeconds = "remainingSeconds";
                            continue;
                        }
                    case 10: {
                            if (wireType !== 0)
                                break;
                            message.postCopyRequests = reader.uint64();
                            message._postCopyRequests = "postCopyRequests";
                            continue;
                        }
                    case 11: {
                            if (wireType !== 0)
                                break;
                            message.sampleTimeUnixMilliseconds = reader.uint64();
                            message._sampleTimeUnixMilliseconds = "sampleTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a MigrationProgress message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.MigrationProgress
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.MigrationProgress} MigrationProgress
             */
            MigrationProgress.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.MigrationProgress)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.MigrationProgress: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.MigrationProgress();
                if (object.migration != null) {
                    if (!$util.isObject(object.migration))
                        throw $TypeError(".contraflow.v1.MigrationProgress.migration: object expected");
                    message.migration = $root.contraflow.v1.MigrationRef.fromObject(object.migration, _depth + 1);
                }
                if (object.technique !== 0 && (typeof object.technique !== "string" || $root.contraflow.v1.Technique[object.technique] !== 0))
                    switch (object.technique) {
                    case "TECHNIQUE_UNSPECIFIED":
                    case 0:
                        message.technique = 0;
                        break;
                    case "PRE_COPY":
                    case 1:
                        message.technique = 1;
                        break;
                    case "POST_COPY":
                    case 2:
                        message.technique = 2;
                        break;
                    case "HYBRID":
                    case 3:
                        message.technique = 3;
                        break;
                    default:
                        if (typeof object.technique === "number" && (object.technique | 0) === object.technique)
                            message.technique = object.technique;
                    }
                if (object.phase !== 0 && (typeof object.phase !== "string" || $root.contraflow.v1.MigrationProgress.Phase[object.phase] !== 0))
                    switch (object.phase) {
                    case "PHASE_UNSPECIFIED":
                    case 0:
                        message.phase = 0;
                        break;
                    case "SETTING_UP":
                    case 1:
                        message.phase = 1;
                        break;
                    case "COPYING":
                    case 2:
                        message.phase = 2;
                        break;
                    case "SWITCHING":
                    case 3:
                        message.phase = 3;
                        break;
                    case "HOT":
                    case 4:
                        message.phase = 4;
                        break;
                    case "BULK":
                    case 5:
                        message.phase = 5;
                        break;
                    case "PAUSED":
                    case 6:
                        message.phase = 6;
                        break;
                    case "DONE":
                    case 7:
                        message.phase = 7;
                        break;
                    default:
                        if (typeof object.phase === "number" && (object.phase | 0) === object.phase)
                            message.phase = object.phase;
                    }
                if (object.percent != null)
                    message.percent = $Number(object.percent);
                if (object.transferredBytes != null)
                    if ($util.Long)
                        message.transferredBytes = $util.Long.fromValue(object.transferredBytes, true);
                    else if (typeof object.transferredBytes === "string")
                        message.transferredBytes = $parseInt(object.transferredBytes, 10);
                    else if (typeof object.transferredBytes === "number")
                        message.transferredBytes = object.transferredBytes;
                    else if (typeof object.transferredBytes === "object")
                        message.transferredBytes = new $util.LongBits(object.transferredBytes.low >>> 0, object.transferredBytes.high >>> 0).toNumber(true);
                if (object.remainingBytes != null)
                    if ($util.Long)
                        message.remainingBytes = $util.Long.fromValue(object.remainingBytes, true);
                    else if (typeof object.remainingBytes === "string")
                        message.remainingBytes = $parseInt(object.remainingBytes, 10);
                    else if (typeof object.remainingBytes === "number")
                        message.remainingBytes = object.remainingBytes;
                    else if (typeof object.remainingBytes === "object")
                        message.remainingBytes = new $util.LongBits(object.remainingBytes.low >>> 0, object.remainingBytes.high >>> 0).toNumber(true);
                if (object.bytesPerSecond != null)
                    message.bytesPerSecond = $Number(object.bytesPerSecond);
                if (object.pass != null)
                    message.pass = object.pass >>> 0;
                if (object.remainingSeconds != null)
                    message.remainingSeconds = $Number(object.remainingSeconds);
                if (object.postCopyRequests != null)
                    if ($util.Long)
                        message.postCopyRequests = $util.Long.fromValue(object.postCopyRequests, true);
                    else if (typeof object.postCopyRequests === "string")
                        message.postCopyRequests = $parseInt(object.postCopyRequests, 10);
                    else if (typeof object.postCopyRequests === "number")
                        message.postCopyRequests = object.postCopyRequests;
                    else if (typeof object.postCopyRequests === "object")
                        message.postCopyRequests = new $util.LongBits(object.postCopyRequests.low >>> 0, object.postCopyRequests.high >>> 0).toNumber(true);
                if (object.sampleTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.sampleTimeUnixMilliseconds = $util.Long.fromValue(object.sampleTimeUnixMilliseconds, true);
                    else if (typeof object.sampleTimeUnixMilliseconds === "string")
                        message.sampleTimeUnixMilliseconds = $parseInt(object.sampleTimeUnixMilliseconds, 10);
                    else if (typeof object.sampleTimeUnixMilliseconds === "number")
                        message.sampleTimeUnixMilliseconds = object.sampleTimeUnixMilliseconds;
                    else if (typeof object.sampleTimeUnixMilliseconds === "object")
                        message.sampleTimeUnixMilliseconds = new $util.LongBits(object.sampleTimeUnixMilliseconds.low >>> 0, object.sampleTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a MigrationProgress message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.MigrationProgress
             * @static
             * @param {contraflow.v1.MigrationProgress} message MigrationProgress
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            MigrationProgress.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.migration = null;
                    object.technique = options.enums === $String ? "TECHNIQUE_UNSPECIFIED" : 0;
                    object.phase = options.enums === $String ? "PHASE_UNSPECIFIED" : 0;
                }
                if (message.migration != null && $Object.hasOwnProperty.call(message, "migration"))
                    object.migration = $root.contraflow.v1.MigrationRef.toObject(message.migration, options, _depth + 1);
                if (message.technique != null && $Object.hasOwnProperty.call(message, "technique"))
                    object.technique = options.enums === $String ? $root.contraflow.v1.Technique[message.technique] === $undefined ? message.technique : $root.contraflow.v1.Technique[message.technique] : message.technique;
                if (message.phase != null && $Object.hasOwnProperty.call(message, "phase"))
                    object.phase = options.enums === $String ? $root.contraflow.v1.MigrationProgress.Phase[message.phase] === $undefined ? message.phase : $root.contraflow.v1.MigrationProgress.Phase[message.phase] : message.phase;
                if (message.percent != null && $Object.hasOwnProperty.call(message, "percent"))
                    object.percent = options.json && !$isFinite(message.percent) ? $String(message.percent) : message.percent;
                if (message.transferredBytes != null && $Object.hasOwnProperty.call(message, "transferredBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.transferredBytes = typeof message.transferredBytes === "number" ? $BigInt(message.transferredBytes) : $util.Long.fromBits(message.transferredBytes.low >>> 0, message.transferredBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.transferredBytes === "number")
                        object.transferredBytes = options.longs === $String ? $String(message.transferredBytes) : message.transferredBytes;
                    else
                        object.transferredBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.transferredBytes) : options.longs === $Number ? new $util.LongBits(message.transferredBytes.low >>> 0, message.transferredBytes.high >>> 0).toNumber(true) : message.transferredBytes;
                if (message.remainingBytes != null && $Object.hasOwnProperty.call(message, "remainingBytes"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.remainingBytes = typeof message.remainingBytes === "number" ? $BigInt(message.remainingBytes) : $util.Long.fromBits(message.remainingBytes.low >>> 0, message.remainingBytes.high >>> 0, true).toBigInt();
                    else if (typeof message.remainingBytes === "number")
                        object.remainingBytes = options.longs === $String ? $String(message.remainingBytes) : message.remainingBytes;
                    else
                        object.remainingBytes = options.longs === $String ? $util.Long.prototype.toString.call(message.remainingBytes) : options.longs === $Number ? new $util.LongBits(message.remainingBytes.low >>> 0, message.remainingBytes.high >>> 0).toNumber(true) : message.remainingBytes;
                if (message.bytesPerSecond != null && $Object.hasOwnProperty.call(message, "bytesPerSecond"))
                    object.bytesPerSecond = options.json && !$isFinite(message.bytesPerSecond) ? $String(message.bytesPerSecond) : message.bytesPerSecond;
                if (message.pass != null && $Object.hasOwnProperty.call(message, "pass"))
                    object.pass = message.pass;
                if (message.remainingSeconds != null && $Object.hasOwnProperty.call(message, "remainingSeconds"))
                    object.remainingSeconds = options.json && !$isFinite(message.remainingSeconds) ? $String(message.remainingSeconds) : message.remainingSeconds;
                if (message.postCopyRequests != null && $Object.hasOwnProperty.call(message, "postCopyRequests"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.postCopyRequests = typeof message.postCopyRequests === "number" ? $BigInt(message.postCopyRequests) : $util.Long.fromBits(message.postCopyRequests.low >>> 0, message.postCopyRequests.high >>> 0, true).toBigInt();
                    else if (typeof message.postCopyRequests === "number")
                        object.postCopyRequests = options.longs === $String ? $String(message.postCopyRequests) : message.postCopyRequests;
                    else
                        object.postCopyRequests = options.longs === $String ? $util.Long.prototype.toString.call(message.postCopyRequests) : options.longs === $Number ? new $util.LongBits(message.postCopyRequests.low >>> 0, message.postCopyRequests.high >>> 0).toNumber(true) : message.postCopyRequests;
                if (message.sampleTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "sampleTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.sampleTimeUnixMilliseconds = typeof message.sampleTimeUnixMilliseconds === "number" ? $BigInt(message.sampleTimeUnixMilliseconds) : $util.Long.fromBits(message.sampleTimeUnixMilliseconds.low >>> 0, message.sampleTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.sampleTimeUnixMilliseconds === "number")
                        object.sampleTimeUnixMilliseconds = options.longs === $String ? $String(message.sampleTimeUnixMilliseconds) : message.sampleTimeUnixMilliseconds;
                    else
                        object.sampleTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.sampleTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.sampleTimeUnixMilliseconds.low >>> 0, message.sampleTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.sampleTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this MigrationProgress to JSON.
             * @function toJSON
             * @memberof contraflow.v1.MigrationProgress
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            MigrationProgress.prototype.toJSON = function() {
                return MigrationProgress.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Phase enum.
             * @name contraflow.v1.MigrationProgress.Phase
             * @enum {number}
             * @property {number} PHASE_UNSPECIFIED=0 PHASE_UNSPECIFIED value
             * @property {number} SETTING_UP=1 SETTING_UP value
             * @property {number} COPYING=2 COPYING value
             * @property {number} SWITCHING=3 SWITCHING value
             * @property {number} HOT=4 HOT value
             * @property {number} BULK=5 BULK value
             * @property {number} PAUSED=6 PAUSED value
             * @property {number} DONE=7 DONE value
             */
            MigrationProgress.Phase = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "PHASE_UNSPECIFIED"] = 0;
                values[valuesById[1] = "SETTING_UP"] = 1;
                values[valuesById[2] = "COPYING"] = 2;
                values[valuesById[3] = "SWITCHING"] = 3;
                values[valuesById[4] = "HOT"] = 4;
                values[valuesById[5] = "BULK"] = 5;
                values[valuesById[6] = "PAUSED"] = 6;
                values[valuesById[7] = "DONE"] = 7;
                return values;
            })();

            return MigrationProgress;
        })();

        v1.GetIncoming = (function() {

            /**
             * Properties of a GetIncoming.
             * @typedef {Object} contraflow.v1.GetIncoming.$Properties
             * @property {string} [migrationId] GetIncoming migrationId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetIncoming.
             * @memberof contraflow.v1
             * @interface IGetIncoming
             * @augments contraflow.v1.GetIncoming.$Properties
             * @deprecated Use contraflow.v1.GetIncoming.$Properties instead.
             */

            /**
             * Shape of a GetIncoming.
             * @typedef {contraflow.v1.GetIncoming.$Properties} contraflow.v1.GetIncoming.$Shape
             */

            /**
             * Constructs a new GetIncoming.
             * @memberof contraflow.v1
             * @classdesc Represents a GetIncoming.
             * @constructor
             * @param {contraflow.v1.GetIncoming.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetIncoming = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetIncoming migrationId.
             * @member {string} migrationId
             * @memberof contraflow.v1.GetIncoming
             * @instance
             */
            GetIncoming.prototype.migrationId = "";

            /**
             * Creates a new GetIncoming instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.GetIncoming
             * @static
             * @param {contraflow.v1.GetIncoming.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.GetIncoming} GetIncoming instance
             * @type {{
             *   (properties: contraflow.v1.GetIncoming.$Shape): contraflow.v1.GetIncoming & contraflow.v1.GetIncoming.$Shape;
             *   (properties?: contraflow.v1.GetIncoming.$Properties): contraflow.v1.GetIncoming;
             * }}
             */
            GetIncoming.create = function(properties) {
                return new GetIncoming(properties);
            };

            /**
             * Encodes the specified GetIncoming message. Does not implicitly {@link contraflow.v1.GetIncoming.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.GetIncoming
             * @static
             * @param {contraflow.v1.GetIncoming.$Properties} message GetIncoming message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetIncoming.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migrationId != null && $Object.hasOwnProperty.call(message, "migrationId") && message.migrationId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.migrationId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetIncoming message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.GetIncoming
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.GetIncoming & contraflow.v1.GetIncoming.$Shape} GetIncoming
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetIncoming.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.GetIncoming();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.migrationId = value;
                            else
                                delete message.migrationId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a GetIncoming message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.GetIncoming
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.GetIncoming} GetIncoming
             */
            GetIncoming.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.GetIncoming)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.GetIncoming: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.GetIncoming();
                if (object.migrationId != null)
                    if (typeof object.migrationId !== "string" || object.migrationId.length)
                        message.migrationId = $String(object.migrationId);
                return message;
            };

            /**
             * Creates a plain object from a GetIncoming message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.GetIncoming
             * @static
             * @param {contraflow.v1.GetIncoming} message GetIncoming
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            GetIncoming.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.migrationId = "";
                if (message.migrationId != null && $Object.hasOwnProperty.call(message, "migrationId"))
                    object.migrationId = message.migrationId;
                return object;
            };

            /**
             * Converts this GetIncoming to JSON.
             * @function toJSON
             * @memberof contraflow.v1.GetIncoming
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            GetIncoming.prototype.toJSON = function() {
                return GetIncoming.toObject(this, $protobuf.util.toJSONOptions);
            };

            return GetIncoming;
        })();

        v1.IncomingStatus = (function() {

            /**
             * Properties of an IncomingStatus.
             * @typedef {Object} contraflow.v1.IncomingStatus.$Properties
             * @property {string} [migrationId] IncomingStatus migrationId
             * @property {string} [migrationStatus] IncomingStatus migrationStatus
             * @property {string} [runState] IncomingStatus runState
             * @property {number|Long|null} [resumeTimeUnixMilliseconds] IncomingStatus resumeTimeUnixMilliseconds
             * @property {string|null} [reason] IncomingStatus reason
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of an IncomingStatus.
             * @memberof contraflow.v1
             * @interface IIncomingStatus
             * @augments contraflow.v1.IncomingStatus.$Properties
             * @deprecated Use contraflow.v1.IncomingStatus.$Properties instead.
             */

            /**
             * Shape of an IncomingStatus.
             * @typedef {contraflow.v1.IncomingStatus.$Properties} contraflow.v1.IncomingStatus.$Shape
             */

            /**
             * Constructs a new IncomingStatus.
             * @memberof contraflow.v1
             * @classdesc Represents an IncomingStatus.
             * @constructor
             * @param {contraflow.v1.IncomingStatus.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const IncomingStatus = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * IncomingStatus migrationId.
             * @member {string} migrationId
             * @memberof contraflow.v1.IncomingStatus
             * @instance
             */
            IncomingStatus.prototype.migrationId = "";

            /**
             * IncomingStatus migrationStatus.
             * @member {string} migrationStatus
             * @memberof contraflow.v1.IncomingStatus
             * @instance
             */
            IncomingStatus.prototype.migrationStatus = "";

            /**
             * IncomingStatus runState.
             * @member {string} runState
             * @memberof contraflow.v1.IncomingStatus
             * @instance
             */
            IncomingStatus.prototype.runState = "";

            /**
             * IncomingStatus resumeTimeUnixMilliseconds.
             * @member {number|Long|null} resumeTimeUnixMilliseconds
             * @memberof contraflow.v1.IncomingStatus
             * @instance
             */
            IncomingStatus.prototype.resumeTimeUnixMilliseconds = null;

            /**
             * IncomingStatus reason.
             * @member {string|null} reason
             * @memberof contraflow.v1.IncomingStatus
             * @instance
             */
            IncomingStatus.prototype.reason = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(IncomingStatus.prototype, "_resumeTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["resumeTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(IncomingStatus.prototype, "_reason", {
                get: $util.oneOfGetter($oneOfFields = ["reason"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new IncomingStatus instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.IncomingStatus
             * @static
             * @param {contraflow.v1.IncomingStatus.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.IncomingStatus} IncomingStatus instance
             * @type {{
             *   (properties: contraflow.v1.IncomingStatus.$Shape): contraflow.v1.IncomingStatus & contraflow.v1.IncomingStatus.$Shape;
             *   (properties?: contraflow.v1.IncomingStatus.$Properties): contraflow.v1.IncomingStatus;
             * }}
             */
            IncomingStatus.create = function(properties) {
                return new IncomingStatus(properties);
            };

            /**
             * Encodes the specified IncomingStatus message. Does not implicitly {@link contraflow.v1.IncomingStatus.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.IncomingStatus
             * @static
             * @param {contraflow.v1.IncomingStatus.$Properties} message IncomingStatus message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            IncomingStatus.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.migrationId != null && $Object.hasOwnProperty.call(message, "migrationId") && message.migrationId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.migrationId);
                if (message.migrationStatus != null && $Object.hasOwnProperty.call(message, "migrationStatus") && message.migrationStatus !== "")
                    writer.uint32(/* id 2, wireType 2 =*/18).string(message.migrationStatus);
                if (message.runState != null && $Object.hasOwnProperty.call(message, "runState") && message.runState !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.runState);
                if (message.resumeTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "resumeTimeUnixMilliseconds"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.resumeTimeUnixMilliseconds);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    writer.uint32(/* id 5, wireType 2 =*/42).string(message.reason);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes an IncomingStatus message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.IncomingStatus
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.IncomingStatus & contraflow.v1.IncomingStatus.$Shape} IncomingStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            IncomingStatus.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.IncomingStatus();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.migrationId = value;
                            else
                                delete message.migrationId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.migrationStatus = value;
                            else
                                delete message.migrationStatus;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.runState = value;
                            else
                                delete message.runState;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.resumeTimeUnixMilliseconds = reader.uint64();
                            message._resumeTimeUnixMilliseconds = "resumeTimeUnixMilliseconds";
                            continue;
                        }
                    case 5: {
                            if (wireType !== 2)
                                break;
                            message.reason = reader.stringVerify();
                            message._reason = "reason";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates an IncomingStatus message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.IncomingStatus
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.IncomingStatus} IncomingStatus
             */
            IncomingStatus.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.IncomingStatus)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.IncomingStatus: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.IncomingStatus();
                if (object.migrationId != null)
                    if (typeof object.migrationId !== "string" || object.migrationId.length)
                        message.migrationId = $String(object.migrationId);
                if (object.migrationStatus != null)
                    if (typeof object.migrationStatus !== "string" || object.migrationStatus.length)
                        message.migrationStatus = $String(object.migrationStatus);
                if (object.runState != null)
                    if (typeof object.runState !== "string" || object.runState.length)
                        message.runState = $String(object.runState);
                if (object.resumeTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.resumeTimeUnixMilliseconds = $util.Long.fromValue(object.resumeTimeUnixMilliseconds, true);
                    else if (typeof object.resumeTimeUnixMilliseconds === "string")
                        message.resumeTimeUnixMilliseconds = $parseInt(object.resumeTimeUnixMilliseconds, 10);
                    else if (typeof object.resumeTimeUnixMilliseconds === "number")
                        message.resumeTimeUnixMilliseconds = object.resumeTimeUnixMilliseconds;
                    else if (typeof object.resumeTimeUnixMilliseconds === "object")
                        message.resumeTimeUnixMilliseconds = new $util.LongBits(object.resumeTimeUnixMilliseconds.low >>> 0, object.resumeTimeUnixMilliseconds.high >>> 0).toNumber(true);
                if (object.reason != null)
                    message.reason = $String(object.reason);
                return message;
            };

            /**
             * Creates a plain object from an IncomingStatus message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.IncomingStatus
             * @static
             * @param {contraflow.v1.IncomingStatus} message IncomingStatus
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            IncomingStatus.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.migrationId = "";
                    object.migrationStatus = "";
                    object.runState = "";
                }
                if (message.migrationId != null && $Object.hasOwnProperty.call(message, "migrationId"))
                    object.migrationId = message.migrationId;
                if (message.migrationStatus != null && $Object.hasOwnProperty.call(message, "migrationStatus"))
                    object.migrationStatus = message.migrationStatus;
                if (message.runState != null && $Object.hasOwnProperty.call(message, "runState"))
                    object.runState = message.runState;
                if (message.resumeTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "resumeTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.resumeTimeUnixMilliseconds = typeof message.resumeTimeUnixMilliseconds === "number" ? $BigInt(message.resumeTimeUnixMilliseconds) : $util.Long.fromBits(message.resumeTimeUnixMilliseconds.low >>> 0, message.resumeTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.resumeTimeUnixMilliseconds === "number")
                        object.resumeTimeUnixMilliseconds = options.longs === $String ? $String(message.resumeTimeUnixMilliseconds) : message.resumeTimeUnixMilliseconds;
                    else
                        object.resumeTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.resumeTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.resumeTimeUnixMilliseconds.low >>> 0, message.resumeTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.resumeTimeUnixMilliseconds;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                return object;
            };

            /**
             * Converts this IncomingStatus to JSON.
             * @function toJSON
             * @memberof contraflow.v1.IncomingStatus
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            IncomingStatus.prototype.toJSON = function() {
                return IncomingStatus.toObject(this, $protobuf.util.toJSONOptions);
            };

            return IncomingStatus;
        })();

        v1.Poisoned = (function() {

            /**
             * Properties of a Poisoned.
             * @typedef {Object} contraflow.v1.Poisoned.$Properties
             * @property {string} [subject] Poisoned subject
             * @property {number|Long|null} [streamSequence] Poisoned streamSequence
             * @property {string} [reason] Poisoned reason
             * @property {number|Long|null} [eventTimeUnixMilliseconds] Poisoned eventTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a Poisoned.
             * @memberof contraflow.v1
             * @interface IPoisoned
             * @augments contraflow.v1.Poisoned.$Properties
             * @deprecated Use contraflow.v1.Poisoned.$Properties instead.
             */

            /**
             * Shape of a Poisoned.
             * @typedef {contraflow.v1.Poisoned.$Properties} contraflow.v1.Poisoned.$Shape
             */

            /**
             * Constructs a new Poisoned.
             * @memberof contraflow.v1
             * @classdesc Represents a Poisoned.
             * @constructor
             * @param {contraflow.v1.Poisoned.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const Poisoned = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * Poisoned subject.
             * @member {string} subject
             * @memberof contraflow.v1.Poisoned
             * @instance
             */
            Poisoned.prototype.subject = "";

            /**
             * Poisoned streamSequence.
             * @member {number|Long|null} streamSequence
             * @memberof contraflow.v1.Poisoned
             * @instance
             */
            Poisoned.prototype.streamSequence = null;

            /**
             * Poisoned reason.
             * @member {string} reason
             * @memberof contraflow.v1.Poisoned
             * @instance
             */
            Poisoned.prototype.reason = "";

            /**
             * Poisoned eventTimeUnixMilliseconds.
             * @member {number|Long|null} eventTimeUnixMilliseconds
             * @memberof contraflow.v1.Poisoned
             * @instance
             */
            Poisoned.prototype.eventTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Poisoned.prototype, "_streamSequence", {
                get: $util.oneOfGetter($oneOfFields = ["streamSequence"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(Poisoned.prototype, "_eventTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["eventTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new Poisoned instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.Poisoned
             * @static
             * @param {contraflow.v1.Poisoned.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.Poisoned} Poisoned instance
             * @type {{
             *   (properties: contraflow.v1.Poisoned.$Shape): contraflow.v1.Poisoned & contraflow.v1.Poisoned.$Shape;
             *   (properties?: contraflow.v1.Poisoned.$Properties): contraflow.v1.Poisoned;
             * }}
             */
            Poisoned.create = function(properties) {
                return new Poisoned(properties);
            };

            /**
             * Encodes the specified Poisoned message. Does not implicitly {@link contraflow.v1.Poisoned.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.Poisoned
             * @static
             * @param {contraflow.v1.Poisoned.$Properties} message Poisoned message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            Poisoned.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.subject != null && $Object.hasOwnProperty.call(message, "subject") && message.subject !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.subject);
                if (message.streamSequence != null && $Object.hasOwnProperty.call(message, "streamSequence"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.streamSequence);
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                    writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.eventTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a Poisoned message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.Poisoned
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.Poisoned & contraflow.v1.Poisoned.$Shape} Poisoned
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            Poisoned.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.Poisoned();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.subject = value;
                            else
                                delete message.subject;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.streamSequence = reader.uint64();
                            message._streamSequence = "streamSequence";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.reason = value;
                            else
                                delete message.reason;
                            continue;
                        }
                    case 4: {
                            if (wireType !== 0)
                                break;
                            message.eventTimeUnixMilliseconds = reader.uint64();
                            message._eventTimeUnixMilliseconds = "eventTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a Poisoned message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.Poisoned
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.Poisoned} Poisoned
             */
            Poisoned.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.Poisoned)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.Poisoned: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.Poisoned();
                if (object.subject != null)
                    if (typeof object.subject !== "string" || object.subject.length)
                        message.subject = $String(object.subject);
                if (object.streamSequence != null)
                    if ($util.Long)
                        message.streamSequence = $util.Long.fromValue(object.streamSequence, true);
                    else if (typeof object.streamSequence === "string")
                        message.streamSequence = $parseInt(object.streamSequence, 10);
                    else if (typeof object.streamSequence === "number")
                        message.streamSequence = object.streamSequence;
                    else if (typeof object.streamSequence === "object")
                        message.streamSequence = new $util.LongBits(object.streamSequence.low >>> 0, object.streamSequence.high >>> 0).toNumber(true);
                if (object.reason != null)
                    if (typeof object.reason !== "string" || object.reason.length)
                        message.reason = $String(object.reason);
                if (object.eventTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.eventTimeUnixMilliseconds = $util.Long.fromValue(object.eventTimeUnixMilliseconds, true);
                    else if (typeof object.eventTimeUnixMilliseconds === "string")
                        message.eventTimeUnixMilliseconds = $parseInt(object.eventTimeUnixMilliseconds, 10);
                    else if (typeof object.eventTimeUnixMilliseconds === "number")
                        message.eventTimeUnixMilliseconds = object.eventTimeUnixMilliseconds;
                    else if (typeof object.eventTimeUnixMilliseconds === "object")
                        message.eventTimeUnixMilliseconds = new $util.LongBits(object.eventTimeUnixMilliseconds.low >>> 0, object.eventTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a Poisoned message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.Poisoned
             * @static
             * @param {contraflow.v1.Poisoned} message Poisoned
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            Poisoned.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.subject = "";
                    object.reason = "";
                }
                if (message.subject != null && $Object.hasOwnProperty.call(message, "subject"))
                    object.subject = message.subject;
                if (message.streamSequence != null && $Object.hasOwnProperty.call(message, "streamSequence"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.streamSequence = typeof message.streamSequence === "number" ? $BigInt(message.streamSequence) : $util.Long.fromBits(message.streamSequence.low >>> 0, message.streamSequence.high >>> 0, true).toBigInt();
                    else if (typeof message.streamSequence === "number")
                        object.streamSequence = options.longs === $String ? $String(message.streamSequence) : message.streamSequence;
                    else
                        object.streamSequence = options.longs === $String ? $util.Long.prototype.toString.call(message.streamSequence) : options.longs === $Number ? new $util.LongBits(message.streamSequence.low >>> 0, message.streamSequence.high >>> 0).toNumber(true) : message.streamSequence;
                if (message.reason != null && $Object.hasOwnProperty.call(message, "reason"))
                    object.reason = message.reason;
                if (message.eventTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "eventTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.eventTimeUnixMilliseconds = typeof message.eventTimeUnixMilliseconds === "number" ? $BigInt(message.eventTimeUnixMilliseconds) : $util.Long.fromBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.eventTimeUnixMilliseconds === "number")
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $String(message.eventTimeUnixMilliseconds) : message.eventTimeUnixMilliseconds;
                    else
                        object.eventTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.eventTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.eventTimeUnixMilliseconds.low >>> 0, message.eventTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.eventTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this Poisoned to JSON.
             * @function toJSON
             * @memberof contraflow.v1.Poisoned
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            Poisoned.prototype.toJSON = function() {
                return Poisoned.toObject(this, $protobuf.util.toJSONOptions);
            };

            return Poisoned;
        })();

        v1.GetProfiles = (function() {

            /**
             * Properties of a GetProfiles.
             * @typedef {Object} contraflow.v1.GetProfiles.$Properties
             * @property {string} [hostId] GetProfiles hostId
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a GetProfiles.
             * @memberof contraflow.v1
             * @interface IGetProfiles
             * @augments contraflow.v1.GetProfiles.$Properties
             * @deprecated Use contraflow.v1.GetProfiles.$Properties instead.
             */

            /**
             * Shape of a GetProfiles.
             * @typedef {contraflow.v1.GetProfiles.$Properties} contraflow.v1.GetProfiles.$Shape
             */

            /**
             * Constructs a new GetProfiles.
             * @memberof contraflow.v1
             * @classdesc Represents a GetProfiles.
             * @constructor
             * @param {contraflow.v1.GetProfiles.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const GetProfiles = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * GetProfiles hostId.
             * @member {string} hostId
             * @memberof contraflow.v1.GetProfiles
             * @instance
             */
            GetProfiles.prototype.hostId = "";

            /**
             * Creates a new GetProfiles instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.GetProfiles
             * @static
             * @param {contraflow.v1.GetProfiles.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.GetProfiles} GetProfiles instance
             * @type {{
             *   (properties: contraflow.v1.GetProfiles.$Shape): contraflow.v1.GetProfiles & contraflow.v1.GetProfiles.$Shape;
             *   (properties?: contraflow.v1.GetProfiles.$Properties): contraflow.v1.GetProfiles;
             * }}
             */
            GetProfiles.create = function(properties) {
                return new GetProfiles(properties);
            };

            /**
             * Encodes the specified GetProfiles message. Does not implicitly {@link contraflow.v1.GetProfiles.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.GetProfiles
             * @static
             * @param {contraflow.v1.GetProfiles.$Properties} message GetProfiles message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            GetProfiles.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId") && message.hostId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.hostId);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a GetProfiles message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.GetProfiles
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.GetProfiles & contraflow.v1.GetProfiles.$Shape} GetProfiles
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            GetProfiles.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.GetProfiles();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hostId = value;
                            else
                                delete message.hostId;
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a GetProfiles message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.GetProfiles
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.GetProfiles} GetProfiles
             */
            GetProfiles.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.GetProfiles)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.GetProfiles: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.GetProfiles();
                if (object.hostId != null)
                    if (typeof object.hostId !== "string" || object.hostId.length)
                        message.hostId = $String(object.hostId);
                return message;
            };

            /**
             * Creates a plain object from a GetProfiles message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.GetProfiles
             * @static
             * @param {contraflow.v1.GetProfiles} message GetProfiles
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            GetProfiles.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults)
                    object.hostId = "";
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId"))
                    object.hostId = message.hostId;
                return object;
            };

            /**
             * Converts this GetProfiles to JSON.
             * @function toJSON
             * @memberof contraflow.v1.GetProfiles
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            GetProfiles.prototype.toJSON = function() {
                return GetProfiles.toObject(this, $protobuf.util.toJSONOptions);
            };

            return GetProfiles;
        })();

        v1.HostProfiles = (function() {

            /**
             * Properties of a HostProfiles.
             * @typedef {Object} contraflow.v1.HostProfiles.$Properties
             * @property {string} [hostId] HostProfiles hostId
             * @property {number|Long|null} [answerTimeUnixMilliseconds] HostProfiles answerTimeUnixMilliseconds
             * @property {Array.<contraflow.v1.VmProfile.$Properties>} [vms] HostProfiles vms
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a HostProfiles.
             * @memberof contraflow.v1
             * @interface IHostProfiles
             * @augments contraflow.v1.HostProfiles.$Properties
             * @deprecated Use contraflow.v1.HostProfiles.$Properties instead.
             */

            /**
             * Shape of a HostProfiles.
             * @typedef {contraflow.v1.HostProfiles.$Properties} contraflow.v1.HostProfiles.$Shape
             */

            /**
             * Constructs a new HostProfiles.
             * @memberof contraflow.v1
             * @classdesc Represents a HostProfiles.
             * @constructor
             * @param {contraflow.v1.HostProfiles.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const HostProfiles = function (properties) {
                this.vms = [];
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * HostProfiles hostId.
             * @member {string} hostId
             * @memberof contraflow.v1.HostProfiles
             * @instance
             */
            HostProfiles.prototype.hostId = "";

            /**
             * HostProfiles answerTimeUnixMilliseconds.
             * @member {number|Long|null} answerTimeUnixMilliseconds
             * @memberof contraflow.v1.HostProfiles
             * @instance
             */
            HostProfiles.prototype.answerTimeUnixMilliseconds = null;

            /**
             * HostProfiles vms.
             * @member {Array.<contraflow.v1.VmProfile>} vms
             * @memberof contraflow.v1.HostProfiles
             * @instance
             */
            HostProfiles.prototype.vms = $util.emptyArray;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(HostProfiles.prototype, "_answerTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["answerTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new HostProfiles instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.HostProfiles
             * @static
             * @param {contraflow.v1.HostProfiles.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.HostProfiles} HostProfiles instance
             * @type {{
             *   (properties: contraflow.v1.HostProfiles.$Shape): contraflow.v1.HostProfiles & contraflow.v1.HostProfiles.$Shape;
             *   (properties?: contraflow.v1.HostProfiles.$Properties): contraflow.v1.HostProfiles;
             * }}
             */
            HostProfiles.create = function(properties) {
                return new HostProfiles(properties);
            };

            /**
             * Encodes the specified HostProfiles message. Does not implicitly {@link contraflow.v1.HostProfiles.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.HostProfiles
             * @static
             * @param {contraflow.v1.HostProfiles.$Properties} message HostProfiles message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            HostProfiles.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId") && message.hostId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.hostId);
                if (message.answerTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "answerTimeUnixMilliseconds"))
                    writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.answerTimeUnixMilliseconds);
                if (message.vms != null && message.vms.length)
                    for (let i = 0; i < message.vms.length; ++i)
                        $root.contraflow.v1.VmProfile.encode(message.vms[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a HostProfiles message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.HostProfiles
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.HostProfiles & contraflow.v1.HostProfiles.$Shape} HostProfiles
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            HostProfiles.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.HostProfiles();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.hostId = value;
                            else
                                delete message.hostId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            message.answerTimeUnixMilliseconds = reader.uint64();
                            message._answerTimeUnixMilliseconds = "answerTimeUnixMilliseconds";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            if (!(message.vms && message.vms.length))
                                message.vms = [];
                            message.vms.push($root.contraflow.v1.VmProfile.decode(reader, reader.size(), $undefined, _depth + 1));
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a HostProfiles message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.HostProfiles
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.HostProfiles} HostProfiles
             */
            HostProfiles.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.HostProfiles)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.HostProfiles: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.HostProfiles();
                if (object.hostId != null)
                    if (typeof object.hostId !== "string" || object.hostId.length)
                        message.hostId = $String(object.hostId);
                if (object.answerTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.answerTimeUnixMilliseconds = $util.Long.fromValue(object.answerTimeUnixMilliseconds, true);
                    else if (typeof object.answerTimeUnixMilliseconds === "string")
                        message.answerTimeUnixMilliseconds = $parseInt(object.answerTimeUnixMilliseconds, 10);
                    else if (typeof object.answerTimeUnixMilliseconds === "number")
                        message.answerTimeUnixMilliseconds = object.answerTimeUnixMilliseconds;
                    else if (typeof object.answerTimeUnixMilliseconds === "object")
                        message.answerTimeUnixMilliseconds = new $util.LongBits(object.answerTimeUnixMilliseconds.low >>> 0, object.answerTimeUnixMilliseconds.high >>> 0).toNumber(true);
                if (object.vms) {
                    if (!$Array.isArray(object.vms))
                        throw $TypeError(".contraflow.v1.HostProfiles.vms: array expected");
                    message.vms = $Array(object.vms.length);
                    for (let i = 0; i < object.vms.length; ++i) {
                        if (!$util.isObject(object.vms[i]))
                            throw $TypeError(".contraflow.v1.HostProfiles.vms: object expected");
                        message.vms[i] = $root.contraflow.v1.VmProfile.fromObject(object.vms[i], _depth + 1);
                    }
                }
                return message;
            };

            /**
             * Creates a plain object from a HostProfiles message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.HostProfiles
             * @static
             * @param {contraflow.v1.HostProfiles} message HostProfiles
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            HostProfiles.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.arrays || options.defaults)
                    object.vms = [];
                if (options.defaults)
                    object.hostId = "";
                if (message.hostId != null && $Object.hasOwnProperty.call(message, "hostId"))
                    object.hostId = message.hostId;
                if (message.answerTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "answerTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.answerTimeUnixMilliseconds = typeof message.answerTimeUnixMilliseconds === "number" ? $BigInt(message.answerTimeUnixMilliseconds) : $util.Long.fromBits(message.answerTimeUnixMilliseconds.low >>> 0, message.answerTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.answerTimeUnixMilliseconds === "number")
                        object.answerTimeUnixMilliseconds = options.longs === $String ? $String(message.answerTimeUnixMilliseconds) : message.answerTimeUnixMilliseconds;
                    else
                        object.answerTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.answerTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.answerTimeUnixMilliseconds.low >>> 0, message.answerTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.answerTimeUnixMilliseconds;
                if (message.vms && message.vms.length) {
                    object.vms = $Array(message.vms.length);
                    for (let j = 0; j < message.vms.length; ++j)
                        object.vms[j] = $root.contraflow.v1.VmProfile.toObject(message.vms[j], options, _depth + 1);
                }
                return object;
            };

            /**
             * Converts this HostProfiles to JSON.
             * @function toJSON
             * @memberof contraflow.v1.HostProfiles
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            HostProfiles.prototype.toJSON = function() {
                return HostProfiles.toObject(this, $protobuf.util.toJSONOptions);
            };

            return HostProfiles;
        })();

        v1.VmProfile = (function() {

            /**
             * Properties of a VmProfile.
             * @typedef {Object} contraflow.v1.VmProfile.$Properties
             * @property {string} [vmId] VmProfile vmId
             * @property {contraflow.v1.VmProfile.Direction} [direction] VmProfile direction
             * @property {contraflow.v1.TrafficLevel.$Properties} [outbound] VmProfile outbound
             * @property {contraflow.v1.TrafficLevel.$Properties} [inbound] VmProfile inbound
             * @property {number|null} [observedSeconds] VmProfile observedSeconds
             * @property {number|null} [confidence] VmProfile confidence
             * @property {number|Long|null} [lastSampleTimeUnixMilliseconds] VmProfile lastSampleTimeUnixMilliseconds
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a VmProfile.
             * @memberof contraflow.v1
             * @interface IVmProfile
             * @augments contraflow.v1.VmProfile.$Properties
             * @deprecated Use contraflow.v1.VmProfile.$Properties instead.
             */

            /**
             * Shape of a VmProfile.
             * @typedef {contraflow.v1.VmProfile.$Properties} contraflow.v1.VmProfile.$Shape
             */

            /**
             * Constructs a new VmProfile.
             * @memberof contraflow.v1
             * @classdesc Represents a VmProfile.
             * @constructor
             * @param {contraflow.v1.VmProfile.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const VmProfile = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * VmProfile vmId.
             * @member {string} vmId
             * @memberof contraflow.v1.VmProfile
             * @instance
             */
            VmProfile.prototype.vmId = "";

            /**
             * VmProfile direction.
             * @member {contraflow.v1.VmProfile.Direction} direction
             * @memberof contraflow.v1.VmProfile
             * @instance
             */
            VmProfile.prototype.direction = 0;

            /**
             * VmProfile outbound.
             * @member {contraflow.v1.TrafficLevel} outbound
             * @memberof contraflow.v1.VmProfile
             * @instance
             */
            VmProfile.prototype.outbound = null;

            /**
             * VmProfile inbound.
             * @member {contraflow.v1.TrafficLevel} inbound
             * @memberof contraflow.v1.VmProfile
             * @instance
             */
            VmProfile.prototype.inbound = null;

            /**
             * VmProfile observedSeconds.
             * @member {number|null} observedSeconds
             * @memberof contraflow.v1.VmProfile
             * @instance
             */
            VmProfile.prototype.observedSeconds = null;

            /**
             * VmProfile confidence.
             * @member {number|null} confidence
             * @memberof contraflow.v1.VmProfile
             * @instance
             */
            VmProfile.prototype.confidence = null;

            /**
             * VmProfile lastSampleTimeUnixMilliseconds.
             * @member {number|Long|null} lastSampleTimeUnixMilliseconds
             * @memberof contraflow.v1.VmProfile
             * @instance
             */
            VmProfile.prototype.lastSampleTimeUnixMilliseconds = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmProfile.prototype, "_observedSeconds", {
                get: $util.oneOfGetter($oneOfFields = ["observedSeconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmProfile.prototype, "_confidence", {
                get: $util.oneOfGetter($oneOfFields = ["confidence"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(VmProfile.prototype, "_lastSampleTimeUnixMilliseconds", {
                get: $util.oneOfGetter($oneOfFields = ["lastSampleTimeUnixMilliseconds"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new VmProfile instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.VmProfile
             * @static
             * @param {contraflow.v1.VmProfile.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.VmProfile} VmProfile instance
             * @type {{
             *   (properties: contraflow.v1.VmProfile.$Shape): contraflow.v1.VmProfile & contraflow.v1.VmProfile.$Shape;
             *   (properties?: contraflow.v1.VmProfile.$Properties): contraflow.v1.VmProfile;
             * }}
             */
            VmProfile.create = function(properties) {
                return new VmProfile(properties);
            };

            /**
             * Encodes the specified VmProfile message. Does not implicitly {@link contraflow.v1.VmProfile.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.VmProfile
             * @static
             * @param {contraflow.v1.VmProfile.$Properties} message VmProfile message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            VmProfile.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId") && message.vmId !== "")
                    writer.uint32(/* id 1, wireType 2 =*/10).string(message.vmId);
                if (message.direction != null && $Object.hasOwnProperty.call(message, "direction") && message.direction !== 0)
                    writer.uint32(/* id 2, wireType 0 =*/16).int32(message.direction);
                if (message.outbound != null && $Object.hasOwnProperty.call(message, "outbound"))
                    $root.contraflow.v1.TrafficLevel.encode(message.outbound, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
                if (message.inbound != null && $Object.hasOwnProperty.call(message, "inbound"))
                    $root.contraflow.v1.TrafficLevel.encode(message.inbound, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
                if (message.observedSeconds != null && $Object.hasOwnProperty.call(message, "observedSeconds"))
                    writer.uint32(/* id 5, wireType 1 =*/41).double(message.observedSeconds);
                if (message.confidence != null && $Object.hasOwnProperty.call(message, "confidence"))
                    writer.uint32(/* id 6, wireType 1 =*/49).double(message.confidence);
                if (message.lastSampleTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "lastSampleTimeUnixMilliseconds"))
                    writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.lastSampleTimeUnixMilliseconds);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a VmProfile message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.VmProfile
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.VmProfile & contraflow.v1.VmProfile.$Shape} VmProfile
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            VmProfile.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message, value;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.VmProfile();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 2)
                                break;
                            if ((value = reader.stringVerify()).length)
                                message.vmId = value;
                            else
                                delete message.vmId;
                            continue;
                        }
                    case 2: {
                            if (wireType !== 0)
                                break;
                            if (value = reader.int32())
                                message.direction = value;
                            else
                                delete message.direction;
                            continue;
                        }
                    case 3: {
                            if (wireType !== 2)
                                break;
                            message.outbound = $root.contraflow.v1.TrafficLevel.decode(reader, reader.size(), $undefined, _depth + 1, message.outbound);
                            continue;
                        }
                    case 4: {
                            if (wireType !== 2)
                                break;
                            message.inbound = $root.contraflow.v1.TrafficLevel.decode(reader, reader.size(), $undefined, _depth + 1, message.inbound);
                            continue;
                        }
                    case 5: {
                            if (wireType !== 1)
                                break;
                            message.observedSeconds = reader.double();
                            message._observedSeconds = "observedSeconds";
                            continue;
                        }
                    case 6: {
                            if (wireType !== 1)
                                break;
                            message.confidence = reader.double();
                            message._confidence = "confidence";
                            continue;
                        }
                    case 7: {
                            if (wireType !== 0)
                                break;
                            message.lastSampleTimeUnixMilliseconds = reader.uint64();
                            message._lastSampleTimeUnixMilliseconds = "lastSampleTimeUnixMilliseconds";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a VmProfile message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.VmProfile
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.VmProfile} VmProfile
             */
            VmProfile.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.VmProfile)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.VmProfile: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.VmProfile();
                if (object.vmId != null)
                    if (typeof object.vmId !== "string" || object.vmId.length)
                        message.vmId = $String(object.vmId);
                if (object.direction !== 0 && (typeof object.direction !== "string" || $root.contraflow.v1.VmProfile.Direction[object.direction] !== 0))
                    switch (object.direction) {
                    case "DIRECTION_UNSPECIFIED":
                    case 0:
                        message.direction = 0;
                        break;
                    case "UNKNOWN":
                    case 1:
                        message.direction = 1;
                        break;
                    case "NONE":
                    case 2:
                        message.direction = 2;
                        break;
                    case "OUTBOUND":
                    case 3:
                        message.direction = 3;
                        break;
                    case "INBOUND":
                    case 4:
                        message.direction = 4;
                        break;
                    case "BOTH":
                    case 5:
                        message.direction = 5;
                        break;
                    default:
                        if (typeof object.direction === "number" && (object.direction | 0) === object.direction)
                            message.direction = object.direction;
                    }
                if (object.outbound != null) {
                    if (!$util.isObject(object.outbound))
                        throw $TypeError(".contraflow.v1.VmProfile.outbound: object expected");
                    message.outbound = $root.contraflow.v1.TrafficLevel.fromObject(object.outbound, _depth + 1);
                }
                if (object.inbound != null) {
                    if (!$util.isObject(object.inbound))
                        throw $TypeError(".contraflow.v1.VmProfile.inbound: object expected");
                    message.inbound = $root.contraflow.v1.TrafficLevel.fromObject(object.inbound, _depth + 1);
                }
                if (object.observedSeconds != null)
                    message.observedSeconds = $Number(object.observedSeconds);
                if (object.confidence != null)
                    message.confidence = $Number(object.confidence);
                if (object.lastSampleTimeUnixMilliseconds != null)
                    if ($util.Long)
                        message.lastSampleTimeUnixMilliseconds = $util.Long.fromValue(object.lastSampleTimeUnixMilliseconds, true);
                    else if (typeof object.lastSampleTimeUnixMilliseconds === "string")
                        message.lastSampleTimeUnixMilliseconds = $parseInt(object.lastSampleTimeUnixMilliseconds, 10);
                    else if (typeof object.lastSampleTimeUnixMilliseconds === "number")
                        message.lastSampleTimeUnixMilliseconds = object.lastSampleTimeUnixMilliseconds;
                    else if (typeof object.lastSampleTimeUnixMilliseconds === "object")
                        message.lastSampleTimeUnixMilliseconds = new $util.LongBits(object.lastSampleTimeUnixMilliseconds.low >>> 0, object.lastSampleTimeUnixMilliseconds.high >>> 0).toNumber(true);
                return message;
            };

            /**
             * Creates a plain object from a VmProfile message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.VmProfile
             * @static
             * @param {contraflow.v1.VmProfile} message VmProfile
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            VmProfile.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (options.defaults) {
                    object.vmId = "";
                    object.direction = options.enums === $String ? "DIRECTION_UNSPECIFIED" : 0;
                    object.outbound = null;
                    object.inbound = null;
                }
                if (message.vmId != null && $Object.hasOwnProperty.call(message, "vmId"))
                    object.vmId = message.vmId;
                if (message.direction != null && $Object.hasOwnProperty.call(message, "direction"))
                    object.direction = options.enums === $String ? $root.contraflow.v1.VmProfile.Direction[message.direction] === $undefined ? message.direction : $root.contraflow.v1.VmProfile.Direction[message.direction] : message.direction;
                if (message.outbound != null && $Object.hasOwnProperty.call(message, "outbound"))
                    object.outbound = $root.contraflow.v1.TrafficLevel.toObject(message.outbound, options, _depth + 1);
                if (message.inbound != null && $Object.hasOwnProperty.call(message, "inbound"))
                    object.inbound = $root.contraflow.v1.TrafficLevel.toObject(message.inbound, options, _depth + 1);
                if (message.observedSeconds != null && $Object.hasOwnProperty.call(message, "observedSeconds"))
                    object.observedSeconds = options.json && !$isFinite(message.observedSeconds) ? $String(message.observedSeconds) : message.observedSeconds;
                if (message.confidence != null && $Object.hasOwnProperty.call(message, "confidence"))
                    object.confidence = options.json && !$isFinite(message.confidence) ? $String(message.confidence) : message.confidence;
                if (message.lastSampleTimeUnixMilliseconds != null && $Object.hasOwnProperty.call(message, "lastSampleTimeUnixMilliseconds"))
                    if (typeof $BigInt !== "undefined" && options.longs === $BigInt)
                        object.lastSampleTimeUnixMilliseconds = typeof message.lastSampleTimeUnixMilliseconds === "number" ? $BigInt(message.lastSampleTimeUnixMilliseconds) : $util.Long.fromBits(message.lastSampleTimeUnixMilliseconds.low >>> 0, message.lastSampleTimeUnixMilliseconds.high >>> 0, true).toBigInt();
                    else if (typeof message.lastSampleTimeUnixMilliseconds === "number")
                        object.lastSampleTimeUnixMilliseconds = options.longs === $String ? $String(message.lastSampleTimeUnixMilliseconds) : message.lastSampleTimeUnixMilliseconds;
                    else
                        object.lastSampleTimeUnixMilliseconds = options.longs === $String ? $util.Long.prototype.toString.call(message.lastSampleTimeUnixMilliseconds) : options.longs === $Number ? new $util.LongBits(message.lastSampleTimeUnixMilliseconds.low >>> 0, message.lastSampleTimeUnixMilliseconds.high >>> 0).toNumber(true) : message.lastSampleTimeUnixMilliseconds;
                return object;
            };

            /**
             * Converts this VmProfile to JSON.
             * @function toJSON
             * @memberof contraflow.v1.VmProfile
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            VmProfile.prototype.toJSON = function() {
                return VmProfile.toObject(this, $protobuf.util.toJSONOptions);
            };

            /**
             * Direction enum.
             * @name contraflow.v1.VmProfile.Direction
             * @enum {number}
             * @property {number} DIRECTION_UNSPECIFIED=0 DIRECTION_UNSPECIFIED value
             * @property {number} UNKNOWN=1 UNKNOWN value
             * @property {number} NONE=2 NONE value
             * @property {number} OUTBOUND=3 OUTBOUND value
             * @property {number} INBOUND=4 INBOUND value
             * @property {number} BOTH=5 BOTH value
             */
            VmProfile.Direction = (function() {
                const valuesById = $Object.create(null), values = $Object.create(valuesById);
                values[valuesById[0] = "DIRECTION_UNSPECIFIED"] = 0;
                values[valuesById[1] = "UNKNOWN"] = 1;
                values[valuesById[2] = "NONE"] = 2;
                values[valuesById[3] = "OUTBOUND"] = 3;
                values[valuesById[4] = "INBOUND"] = 4;
                values[valuesById[5] = "BOTH"] = 5;
                return values;
            })();

            return VmProfile;
        })();

        v1.TrafficLevel = (function() {

            /**
             * Properties of a TrafficLevel.
             * @typedef {Object} contraflow.v1.TrafficLevel.$Properties
             * @property {number|null} [shortBytesPerSecond] TrafficLevel shortBytesPerSecond
             * @property {number|null} [longBytesPerSecond] TrafficLevel longBytesPerSecond
             * @property {number|null} [peakBytesPerSecond] TrafficLevel peakBytesPerSecond
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */

            /**
             * Properties of a TrafficLevel.
             * @memberof contraflow.v1
             * @interface ITrafficLevel
             * @augments contraflow.v1.TrafficLevel.$Properties
             * @deprecated Use contraflow.v1.TrafficLevel.$Properties instead.
             */

            /**
             * Shape of a TrafficLevel.
             * @typedef {contraflow.v1.TrafficLevel.$Properties} contraflow.v1.TrafficLevel.$Shape
             */

            /**
             * Constructs a new TrafficLevel.
             * @memberof contraflow.v1
             * @classdesc Represents a TrafficLevel.
             * @constructor
             * @param {contraflow.v1.TrafficLevel.$Properties=} [properties] Properties to set
             * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
             */
            const TrafficLevel = function (properties) {
                if (properties)
                    for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                        if (properties[keys[i]] != null && keys[i] !== "__proto__")
                            this[keys[i]] = properties[keys[i]];
            };

            /**
             * TrafficLevel shortBytesPerSecond.
             * @member {number|null} shortBytesPerSecond
             * @memberof contraflow.v1.TrafficLevel
             * @instance
             */
            TrafficLevel.prototype.shortBytesPerSecond = null;

            /**
             * TrafficLevel longBytesPerSecond.
             * @member {number|null} longBytesPerSecond
             * @memberof contraflow.v1.TrafficLevel
             * @instance
             */
            TrafficLevel.prototype.longBytesPerSecond = null;

            /**
             * TrafficLevel peakBytesPerSecond.
             * @member {number|null} peakBytesPerSecond
             * @memberof contraflow.v1.TrafficLevel
             * @instance
             */
            TrafficLevel.prototype.peakBytesPerSecond = null;

            // OneOf field names bound to virtual getters and setters
            let $oneOfFields;

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TrafficLevel.prototype, "_shortBytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["shortBytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TrafficLevel.prototype, "_longBytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["longBytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            // Virtual OneOf for proto3 optional field
            $Object.defineProperty(TrafficLevel.prototype, "_peakBytesPerSecond", {
                get: $util.oneOfGetter($oneOfFields = ["peakBytesPerSecond"]),
                set: $util.oneOfSetter($oneOfFields)
            });

            /**
             * Creates a new TrafficLevel instance using the specified properties.
             * @function create
             * @memberof contraflow.v1.TrafficLevel
             * @static
             * @param {contraflow.v1.TrafficLevel.$Properties=} [properties] Properties to set
             * @returns {contraflow.v1.TrafficLevel} TrafficLevel instance
             * @type {{
             *   (properties: contraflow.v1.TrafficLevel.$Shape): contraflow.v1.TrafficLevel & contraflow.v1.TrafficLevel.$Shape;
             *   (properties?: contraflow.v1.TrafficLevel.$Properties): contraflow.v1.TrafficLevel;
             * }}
             */
            TrafficLevel.create = function(properties) {
                return new TrafficLevel(properties);
            };

            /**
             * Encodes the specified TrafficLevel message. Does not implicitly {@link contraflow.v1.TrafficLevel.verify|verify} messages.
             * @function encode
             * @memberof contraflow.v1.TrafficLevel
             * @static
             * @param {contraflow.v1.TrafficLevel.$Properties} message TrafficLevel message or plain object to encode
             * @param {$protobuf.Writer} [writer] Writer to encode to
             * @returns {$protobuf.Writer} Writer
             */
            TrafficLevel.encode = function (message, writer, _depth) {
                if (!writer)
                    writer = $Writer.create();
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                if (message.shortBytesPerSecond != null && $Object.hasOwnProperty.call(message, "shortBytesPerSecond"))
                    writer.uint32(/* id 1, wireType 1 =*/9).double(message.shortBytesPerSecond);
                if (message.longBytesPerSecond != null && $Object.hasOwnProperty.call(message, "longBytesPerSecond"))
                    writer.uint32(/* id 2, wireType 1 =*/17).double(message.longBytesPerSecond);
                if (message.peakBytesPerSecond != null && $Object.hasOwnProperty.call(message, "peakBytesPerSecond"))
                    writer.uint32(/* id 3, wireType 1 =*/25).double(message.peakBytesPerSecond);
                if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                    for (let i = 0; i < message.$unknowns.length; ++i)
                        writer.raw(message.$unknowns[i]);
                return writer;
            };

            /**
             * Decodes a TrafficLevel message from the specified reader or buffer.
             * @function decode
             * @memberof contraflow.v1.TrafficLevel
             * @static
             * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
             * @param {number} [length] Message length if known beforehand
             * @returns {contraflow.v1.TrafficLevel & contraflow.v1.TrafficLevel.$Shape} TrafficLevel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            TrafficLevel.decode = function (reader, length, _end, _depth, _target) {
                if (!(reader instanceof $Reader))
                    reader = $Reader.create(reader);
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $Reader.recursionLimit)
                    throw $Error("max depth exceeded");
                let end, message;
                if (length === $undefined)
                    end = reader.len;
                else {
                    end = reader.pos + length;
                    if (end > reader.len)
                        throw $RangeError("index out of range");
                    length = reader.len;
                    reader.len = end;
                }
                message = _target || new $root.contraflow.v1.TrafficLevel();
                while (reader.pos < end) {
                    let start = reader.pos;
                    let tag = reader.tag();
                    if (tag === _end) {
                        _end = $undefined;
                        break;
                    }
                    let wireType = tag & 7;
                    switch (tag >>>= 3) {
                    case 1: {
                            if (wireType !== 1)
                                break;
                            message.shortBytesPerSecond = reader.double();
                            message._shortBytesPerSecond = "shortBytesPerSecond";
                            continue;
                        }
                    case 2: {
                            if (wireType !== 1)
                                break;
                            message.longBytesPerSecond = reader.double();
                            message._longBytesPerSecond = "longBytesPerSecond";
                            continue;
                        }
                    case 3: {
                            if (wireType !== 1)
                                break;
                            message.peakBytesPerSecond = reader.double();
                            message._peakBytesPerSecond = "peakBytesPerSecond";
                            continue;
                        }
                    }
                    reader.skipType(wireType, _depth, tag);
                    if (!reader.discardUnknown) {
                        $util.makeProp(message, "$unknowns", false);
                        (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                    }
                }
                if (length !== $undefined) {
                    if (reader.pos !== end)
                        throw $RangeError("index out of range");
                    reader.len = length;
                }
                if (_end !== $undefined)
                    throw $Error("missing end group");
                return message;
            };

            /**
             * Creates a TrafficLevel message from a plain object. Also converts values to their respective internal types.
             * @function fromObject
             * @memberof contraflow.v1.TrafficLevel
             * @static
             * @param {Object.<string,*>} object Plain object
             * @returns {contraflow.v1.TrafficLevel} TrafficLevel
             */
            TrafficLevel.fromObject = function (object, _depth) {
                if (object instanceof $root.contraflow.v1.TrafficLevel)
                    return object;
                if (!$util.isObject(object))
                    throw $TypeError(".contraflow.v1.TrafficLevel: object expected");
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let message = new $root.contraflow.v1.TrafficLevel();
                if (object.shortBytesPerSecond != null)
                    message.shortBytesPerSecond = $Number(object.shortBytesPerSecond);
                if (object.longBytesPerSecond != null)
                    message.longBytesPerSecond = $Number(object.longBytesPerSecond);
                if (object.peakBytesPerSecond != null)
                    message.peakBytesPerSecond = $Number(object.peakBytesPerSecond);
                return message;
            };

            /**
             * Creates a plain object from a TrafficLevel message. Also converts values to other types if specified.
             * @function toObject
             * @memberof contraflow.v1.TrafficLevel
             * @static
             * @param {contraflow.v1.TrafficLevel} message TrafficLevel
             * @param {$protobuf.IConversionOptions} [options] Conversion options
             * @returns {Object.<string,*>} Plain object
             */
            TrafficLevel.toObject = function (message, options, _depth) {
                if (!options)
                    options = {};
                if (_depth === $undefined)
                    _depth = 0;
                if (_depth > $util.recursionLimit)
                    throw $Error("max depth exceeded");
                let object = {};
                if (message.shortBytesPerSecond != null && $Object.hasOwnProperty.call(message, "shortBytesPerSecond"))
                    object.shortBytesPerSecond = options.json && !$isFinite(message.shortBytesPerSecond) ? $String(message.shortBytesPerSecond) : message.shortBytesPerSecond;
                if (message.longBytesPerSecond != null && $Object.hasOwnProperty.call(message, "longBytesPerSecond"))
                    object.longBytesPerSecond = options.json && !$isFinite(message.longBytesPerSecond) ? $String(message.longBytesPerSecond) : message.longBytesPerSecond;
                if (message.peakBytesPerSecond != null && $Object.hasOwnProperty.call(message, "peakBytesPerSecond"))
                    object.peakBytesPerSecond = options.json && !$isFinite(message.peakBytesPerSecond) ? $String(message.peakBytesPerSecond) : message.peakBytesPerSecond;
                return object;
            };

            /**
             * Converts this TrafficLevel to JSON.
             * @function toJSON
             * @memberof contraflow.v1.TrafficLevel
             * @instance
             * @returns {Object.<string,*>} JSON object
             */
            TrafficLevel.prototype.toJSON = function() {
                return TrafficLevel.toObject(this, $protobuf.util.toJSONOptions);
            };

            return TrafficLevel;
        })();

        return v1;
    })();

    return contraflow;
})();

export {
  $root as default
};
