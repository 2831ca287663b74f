import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace contraflow. */
export namespace contraflow {

    /** Namespace v1. */
    namespace v1 {

        /**
         * Properties of an EvacuationRequest.
         * @deprecated Use contraflow.v1.EvacuationRequest.$Properties instead.
         */
        interface IEvacuationRequest extends contraflow.v1.EvacuationRequest.$Properties {
        }

        /** Represents an EvacuationRequest. */
        class EvacuationRequest {

            /**
             * Constructs a new EvacuationRequest.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.EvacuationRequest.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvacuationRequest evacuationId. */
            evacuationId: string;

            /** EvacuationRequest hostId. */
            hostId: string;

            /** EvacuationRequest destinationHostIds. */
            destinationHostIds: string[];

            /** EvacuationRequest policy. */
            policy: string;

            /** EvacuationRequest deadlineSeconds. */
            deadlineSeconds: (number|null);

            /** EvacuationRequest requestTimeUnixMilliseconds. */
            requestTimeUnixMilliseconds: (number|Long|null);

            /** EvacuationRequest requestedBy. */
            requestedBy: (string|null);

            /** EvacuationRequest prefer. */
            prefer: (string|null);

            /** EvacuationRequest maximumSlowdown. */
            maximumSlowdown: (number|null);

            /** EvacuationRequest allowStaleProfiles. */
            allowStaleProfiles: (boolean|null);

            /**
             * Creates a new EvacuationRequest instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EvacuationRequest instance
             */
            static create(properties: contraflow.v1.EvacuationRequest.$Shape): contraflow.v1.EvacuationRequest & contraflow.v1.EvacuationRequest.$Shape;
            static create(properties?: contraflow.v1.EvacuationRequest.$Properties): contraflow.v1.EvacuationRequest;

            /**
             * Encodes the specified EvacuationRequest message. Does not implicitly {@link contraflow.v1.EvacuationRequest.verify|verify} messages.
             * @param message EvacuationRequest message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.EvacuationRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvacuationRequest message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationRequest & contraflow.v1.EvacuationRequest.$Shape} EvacuationRequest
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.EvacuationRequest & contraflow.v1.EvacuationRequest.$Shape;

            /**
             * Creates an EvacuationRequest message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvacuationRequest
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.EvacuationRequest;

            /**
             * Creates a plain object from an EvacuationRequest message. Also converts values to other types if specified.
             * @param message EvacuationRequest
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.EvacuationRequest, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvacuationRequest to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EvacuationRequest {

            /** Properties of an EvacuationRequest. */
            interface $Properties {

                /** EvacuationRequest evacuationId */
                evacuationId?: string;

                /** EvacuationRequest hostId */
                hostId?: string;

                /** EvacuationRequest destinationHostIds */
                destinationHostIds?: string[];

                /** EvacuationRequest policy */
                policy?: string;

                /** EvacuationRequest deadlineSeconds */
                deadlineSeconds?: (number|null);

                /** EvacuationRequest requestTimeUnixMilliseconds */
                requestTimeUnixMilliseconds?: (number|Long|null);

                /** EvacuationRequest requestedBy */
                requestedBy?: (string|null);

                /** EvacuationRequest prefer */
                prefer?: (string|null);

                /** EvacuationRequest maximumSlowdown */
                maximumSlowdown?: (number|null);

                /** EvacuationRequest allowStaleProfiles */
                allowStaleProfiles?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvacuationRequest. */
            type $Shape = contraflow.v1.EvacuationRequest.$Properties;
        }

        /**
         * Properties of a CancelEvacuation.
         * @deprecated Use contraflow.v1.CancelEvacuation.$Properties instead.
         */
        interface ICancelEvacuation extends contraflow.v1.CancelEvacuation.$Properties {
        }

        /** Represents a CancelEvacuation. */
        class CancelEvacuation {

            /**
             * Constructs a new CancelEvacuation.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.CancelEvacuation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** CancelEvacuation evacuationId. */
            evacuationId: string;

            /** CancelEvacuation reason. */
            reason: (string|null);

            /**
             * Creates a new CancelEvacuation instance using the specified properties.
             * @param [properties] Properties to set
             * @returns CancelEvacuation instance
             */
            static create(properties: contraflow.v1.CancelEvacuation.$Shape): contraflow.v1.CancelEvacuation & contraflow.v1.CancelEvacuation.$Shape;
            static create(properties?: contraflow.v1.CancelEvacuation.$Properties): contraflow.v1.CancelEvacuation;

            /**
             * Encodes the specified CancelEvacuation message. Does not implicitly {@link contraflow.v1.CancelEvacuation.verify|verify} messages.
             * @param message CancelEvacuation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.CancelEvacuation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a CancelEvacuation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.CancelEvacuation & contraflow.v1.CancelEvacuation.$Shape} CancelEvacuation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.CancelEvacuation & contraflow.v1.CancelEvacuation.$Shape;

            /**
             * Creates a CancelEvacuation message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns CancelEvacuation
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.CancelEvacuation;

            /**
             * Creates a plain object from a CancelEvacuation message. Also converts values to other types if specified.
             * @param message CancelEvacuation
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.CancelEvacuation, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this CancelEvacuation to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace CancelEvacuation {

            /** Properties of a CancelEvacuation. */
            interface $Properties {

                /** CancelEvacuation evacuationId */
                evacuationId?: string;

                /** CancelEvacuation reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a CancelEvacuation. */
            type $Shape = contraflow.v1.CancelEvacuation.$Properties;
        }

        /**
         * Properties of an EvacuationPlanned.
         * @deprecated Use contraflow.v1.EvacuationPlanned.$Properties instead.
         */
        interface IEvacuationPlanned extends contraflow.v1.EvacuationPlanned.$Properties {
        }

        /** Represents an EvacuationPlanned. */
        class EvacuationPlanned {

            /**
             * Constructs a new EvacuationPlanned.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.EvacuationPlanned.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvacuationPlanned request. */
            request: contraflow.v1.EvacuationRequest;

            /** EvacuationPlanned plan. */
            plan: contraflow.v1.Plan;

            /** EvacuationPlanned snapshot. */
            snapshot: contraflow.v1.ClusterSnapshot;

            /** EvacuationPlanned eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new EvacuationPlanned instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EvacuationPlanned instance
             */
            static create(properties: contraflow.v1.EvacuationPlanned.$Shape): contraflow.v1.EvacuationPlanned & contraflow.v1.EvacuationPlanned.$Shape;
            static create(properties?: contraflow.v1.EvacuationPlanned.$Properties): contraflow.v1.EvacuationPlanned;

            /**
             * Encodes the specified EvacuationPlanned message. Does not implicitly {@link contraflow.v1.EvacuationPlanned.verify|verify} messages.
             * @param message EvacuationPlanned message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.EvacuationPlanned.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvacuationPlanned message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationPlanned & contraflow.v1.EvacuationPlanned.$Shape} EvacuationPlanned
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.EvacuationPlanned & contraflow.v1.EvacuationPlanned.$Shape;

            /**
             * Creates an EvacuationPlanned message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvacuationPlanned
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.EvacuationPlanned;

            /**
             * Creates a plain object from an EvacuationPlanned message. Also converts values to other types if specified.
             * @param message EvacuationPlanned
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.EvacuationPlanned, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvacuationPlanned to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EvacuationPlanned {

            /** Properties of an EvacuationPlanned. */
            interface $Properties {

                /** EvacuationPlanned request */
                request?: contraflow.v1.EvacuationRequest.$Properties;

                /** EvacuationPlanned plan */
                plan?: contraflow.v1.Plan.$Properties;

                /** EvacuationPlanned snapshot */
                snapshot?: contraflow.v1.ClusterSnapshot.$Properties;

                /** EvacuationPlanned eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvacuationPlanned. */
            type $Shape = contraflow.v1.EvacuationPlanned.$Properties;
        }

        /**
         * Properties of an EvacuationRejected.
         * @deprecated Use contraflow.v1.EvacuationRejected.$Properties instead.
         */
        interface IEvacuationRejected extends contraflow.v1.EvacuationRejected.$Properties {
        }

        /** Represents an EvacuationRejected. */
        class EvacuationRejected {

            /**
             * Constructs a new EvacuationRejected.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.EvacuationRejected.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvacuationRejected request. */
            request: contraflow.v1.EvacuationRequest;

            /** EvacuationRejected code. */
            code: string;

            /** EvacuationRejected message. */
            message: string;

            /** EvacuationRejected unplaced. */
            unplaced: contraflow.v1.UnplacedVm[];

            /** EvacuationRejected eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new EvacuationRejected instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EvacuationRejected instance
             */
            static create(properties: contraflow.v1.EvacuationRejected.$Shape): contraflow.v1.EvacuationRejected & contraflow.v1.EvacuationRejected.$Shape;
            static create(properties?: contraflow.v1.EvacuationRejected.$Properties): contraflow.v1.EvacuationRejected;

            /**
             * Encodes the specified EvacuationRejected message. Does not implicitly {@link contraflow.v1.EvacuationRejected.verify|verify} messages.
             * @param message EvacuationRejected message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.EvacuationRejected.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvacuationRejected message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationRejected & contraflow.v1.EvacuationRejected.$Shape} EvacuationRejected
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.EvacuationRejected & contraflow.v1.EvacuationRejected.$Shape;

            /**
             * Creates an EvacuationRejected message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvacuationRejected
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.EvacuationRejected;

            /**
             * Creates a plain object from an EvacuationRejected message. Also converts values to other types if specified.
             * @param message EvacuationRejected
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.EvacuationRejected, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvacuationRejected to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EvacuationRejected {

            /** Properties of an EvacuationRejected. */
            interface $Properties {

                /** EvacuationRejected request */
                request?: contraflow.v1.EvacuationRequest.$Properties;

                /** EvacuationRejected code */
                code?: string;

                /** EvacuationRejected message */
                message?: string;

                /** EvacuationRejected unplaced */
                unplaced?: contraflow.v1.UnplacedVm.$Properties[];

                /** EvacuationRejected eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvacuationRejected. */
            type $Shape = contraflow.v1.EvacuationRejected.$Properties;
        }

        /**
         * Properties of an EvacuationReplanned.
         * @deprecated Use contraflow.v1.EvacuationReplanned.$Properties instead.
         */
        interface IEvacuationReplanned extends contraflow.v1.EvacuationReplanned.$Properties {
        }

        /** Represents an EvacuationReplanned. */
        class EvacuationReplanned {

            /**
             * Constructs a new EvacuationReplanned.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.EvacuationReplanned.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvacuationReplanned evacuationId. */
            evacuationId: string;

            /** EvacuationReplanned plan. */
            plan: contraflow.v1.Plan;

            /** EvacuationReplanned reason. */
            reason: string;

            /** EvacuationReplanned eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /** EvacuationReplanned snapshot. */
            snapshot: contraflow.v1.ClusterSnapshot;

            /** EvacuationReplanned revision. */
            revision: (number|null);

            /**
             * Creates a new EvacuationReplanned instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EvacuationReplanned instance
             */
            static create(properties: contraflow.v1.EvacuationReplanned.$Shape): contraflow.v1.EvacuationReplanned & contraflow.v1.EvacuationReplanned.$Shape;
            static create(properties?: contraflow.v1.EvacuationReplanned.$Properties): contraflow.v1.EvacuationReplanned;

            /**
             * Encodes the specified EvacuationReplanned message. Does not implicitly {@link contraflow.v1.EvacuationReplanned.verify|verify} messages.
             * @param message EvacuationReplanned message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.EvacuationReplanned.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvacuationReplanned message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationReplanned & contraflow.v1.EvacuationReplanned.$Shape} EvacuationReplanned
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.EvacuationReplanned & contraflow.v1.EvacuationReplanned.$Shape;

            /**
             * Creates an EvacuationReplanned message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvacuationReplanned
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.EvacuationReplanned;

            /**
             * Creates a plain object from an EvacuationReplanned message. Also converts values to other types if specified.
             * @param message EvacuationReplanned
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.EvacuationReplanned, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvacuationReplanned to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EvacuationReplanned {

            /** Properties of an EvacuationReplanned. */
            interface $Properties {

                /** EvacuationReplanned evacuationId */
                evacuationId?: string;

                /** EvacuationReplanned plan */
                plan?: contraflow.v1.Plan.$Properties;

                /** EvacuationReplanned reason */
                reason?: string;

                /** EvacuationReplanned eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** EvacuationReplanned snapshot */
                snapshot?: contraflow.v1.ClusterSnapshot.$Properties;

                /** EvacuationReplanned revision */
                revision?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvacuationReplanned. */
            type $Shape = contraflow.v1.EvacuationReplanned.$Properties;
        }

        /**
         * Properties of an EvacuationCompleted.
         * @deprecated Use contraflow.v1.EvacuationCompleted.$Properties instead.
         */
        interface IEvacuationCompleted extends contraflow.v1.EvacuationCompleted.$Properties {
        }

        /** Represents an EvacuationCompleted. */
        class EvacuationCompleted {

            /**
             * Constructs a new EvacuationCompleted.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.EvacuationCompleted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvacuationCompleted evacuationId. */
            evacuationId: string;

            /** EvacuationCompleted report. */
            report: contraflow.v1.EvacuationReport;

            /** EvacuationCompleted eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new EvacuationCompleted instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EvacuationCompleted instance
             */
            static create(properties: contraflow.v1.EvacuationCompleted.$Shape): contraflow.v1.EvacuationCompleted & contraflow.v1.EvacuationCompleted.$Shape;
            static create(properties?: contraflow.v1.EvacuationCompleted.$Properties): contraflow.v1.EvacuationCompleted;

            /**
             * Encodes the specified EvacuationCompleted message. Does not implicitly {@link contraflow.v1.EvacuationCompleted.verify|verify} messages.
             * @param message EvacuationCompleted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.EvacuationCompleted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvacuationCompleted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationCompleted & contraflow.v1.EvacuationCompleted.$Shape} EvacuationCompleted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.EvacuationCompleted & contraflow.v1.EvacuationCompleted.$Shape;

            /**
             * Creates an EvacuationCompleted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvacuationCompleted
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.EvacuationCompleted;

            /**
             * Creates a plain object from an EvacuationCompleted message. Also converts values to other types if specified.
             * @param message EvacuationCompleted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.EvacuationCompleted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvacuationCompleted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EvacuationCompleted {

            /** Properties of an EvacuationCompleted. */
            interface $Properties {

                /** EvacuationCompleted evacuationId */
                evacuationId?: string;

                /** EvacuationCompleted report */
                report?: contraflow.v1.EvacuationReport.$Properties;

                /** EvacuationCompleted eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvacuationCompleted. */
            type $Shape = contraflow.v1.EvacuationCompleted.$Properties;
        }

        /**
         * Properties of an EvacuationFailed.
         * @deprecated Use contraflow.v1.EvacuationFailed.$Properties instead.
         */
        interface IEvacuationFailed extends contraflow.v1.EvacuationFailed.$Properties {
        }

        /** Represents an EvacuationFailed. */
        class EvacuationFailed {

            /**
             * Constructs a new EvacuationFailed.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.EvacuationFailed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvacuationFailed evacuationId. */
            evacuationId: string;

            /** EvacuationFailed message. */
            message: string;

            /** EvacuationFailed report. */
            report: contraflow.v1.EvacuationReport;

            /** EvacuationFailed eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new EvacuationFailed instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EvacuationFailed instance
             */
            static create(properties: contraflow.v1.EvacuationFailed.$Shape): contraflow.v1.EvacuationFailed & contraflow.v1.EvacuationFailed.$Shape;
            static create(properties?: contraflow.v1.EvacuationFailed.$Properties): contraflow.v1.EvacuationFailed;

            /**
             * Encodes the specified EvacuationFailed message. Does not implicitly {@link contraflow.v1.EvacuationFailed.verify|verify} messages.
             * @param message EvacuationFailed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.EvacuationFailed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvacuationFailed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationFailed & contraflow.v1.EvacuationFailed.$Shape} EvacuationFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.EvacuationFailed & contraflow.v1.EvacuationFailed.$Shape;

            /**
             * Creates an EvacuationFailed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvacuationFailed
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.EvacuationFailed;

            /**
             * Creates a plain object from an EvacuationFailed message. Also converts values to other types if specified.
             * @param message EvacuationFailed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.EvacuationFailed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvacuationFailed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EvacuationFailed {

            /** Properties of an EvacuationFailed. */
            interface $Properties {

                /** EvacuationFailed evacuationId */
                evacuationId?: string;

                /** EvacuationFailed message */
                message?: string;

                /** EvacuationFailed report */
                report?: contraflow.v1.EvacuationReport.$Properties;

                /** EvacuationFailed eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvacuationFailed. */
            type $Shape = contraflow.v1.EvacuationFailed.$Properties;
        }

        /**
         * Properties of an EvacuationCancelled.
         * @deprecated Use contraflow.v1.EvacuationCancelled.$Properties instead.
         */
        interface IEvacuationCancelled extends contraflow.v1.EvacuationCancelled.$Properties {
        }

        /** Represents an EvacuationCancelled. */
        class EvacuationCancelled {

            /**
             * Constructs a new EvacuationCancelled.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.EvacuationCancelled.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvacuationCancelled evacuationId. */
            evacuationId: string;

            /** EvacuationCancelled message. */
            message: string;

            /** EvacuationCancelled report. */
            report: contraflow.v1.EvacuationReport;

            /** EvacuationCancelled eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new EvacuationCancelled instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EvacuationCancelled instance
             */
            static create(properties: contraflow.v1.EvacuationCancelled.$Shape): contraflow.v1.EvacuationCancelled & contraflow.v1.EvacuationCancelled.$Shape;
            static create(properties?: contraflow.v1.EvacuationCancelled.$Properties): contraflow.v1.EvacuationCancelled;

            /**
             * Encodes the specified EvacuationCancelled message. Does not implicitly {@link contraflow.v1.EvacuationCancelled.verify|verify} messages.
             * @param message EvacuationCancelled message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.EvacuationCancelled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvacuationCancelled message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationCancelled & contraflow.v1.EvacuationCancelled.$Shape} EvacuationCancelled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.EvacuationCancelled & contraflow.v1.EvacuationCancelled.$Shape;

            /**
             * Creates an EvacuationCancelled message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvacuationCancelled
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.EvacuationCancelled;

            /**
             * Creates a plain object from an EvacuationCancelled message. Also converts values to other types if specified.
             * @param message EvacuationCancelled
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.EvacuationCancelled, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvacuationCancelled to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EvacuationCancelled {

            /** Properties of an EvacuationCancelled. */
            interface $Properties {

                /** EvacuationCancelled evacuationId */
                evacuationId?: string;

                /** EvacuationCancelled message */
                message?: string;

                /** EvacuationCancelled report */
                report?: contraflow.v1.EvacuationReport.$Properties;

                /** EvacuationCancelled eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvacuationCancelled. */
            type $Shape = contraflow.v1.EvacuationCancelled.$Properties;
        }

        /**
         * Properties of an EvacuationReport.
         * @deprecated Use contraflow.v1.EvacuationReport.$Properties instead.
         */
        interface IEvacuationReport extends contraflow.v1.EvacuationReport.$Properties {
        }

        /** Represents an EvacuationReport. */
        class EvacuationReport {

            /**
             * Constructs a new EvacuationReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.EvacuationReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvacuationReport hostId. */
            hostId: string;

            /** EvacuationReport policy. */
            policy: string;

            /** EvacuationReport totalMigrationSeconds. */
            totalMigrationSeconds: (number|null);

            /** EvacuationReport transferredBytes. */
            transferredBytes: (number|Long|null);

            /** EvacuationReport forecast. */
            forecast: (contraflow.v1.Forecast|null);

            /** EvacuationReport vms. */
            vms: contraflow.v1.VmOutcome[];

            /** EvacuationReport forecastErrorPercent. */
            forecastErrorPercent: (number|null);

            /**
             * Creates a new EvacuationReport instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EvacuationReport instance
             */
            static create(properties: contraflow.v1.EvacuationReport.$Shape): contraflow.v1.EvacuationReport & contraflow.v1.EvacuationReport.$Shape;
            static create(properties?: contraflow.v1.EvacuationReport.$Properties): contraflow.v1.EvacuationReport;

            /**
             * Encodes the specified EvacuationReport message. Does not implicitly {@link contraflow.v1.EvacuationReport.verify|verify} messages.
             * @param message EvacuationReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.EvacuationReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvacuationReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationReport & contraflow.v1.EvacuationReport.$Shape} EvacuationReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.EvacuationReport & contraflow.v1.EvacuationReport.$Shape;

            /**
             * Creates an EvacuationReport message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvacuationReport
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.EvacuationReport;

            /**
             * Creates a plain object from an EvacuationReport message. Also converts values to other types if specified.
             * @param message EvacuationReport
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.EvacuationReport, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvacuationReport to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EvacuationReport {

            /** Properties of an EvacuationReport. */
            interface $Properties {

                /** EvacuationReport hostId */
                hostId?: string;

                /** EvacuationReport policy */
                policy?: string;

                /** EvacuationReport totalMigrationSeconds */
                totalMigrationSeconds?: (number|null);

                /** EvacuationReport transferredBytes */
                transferredBytes?: (number|Long|null);

                /** EvacuationReport forecast */
                forecast?: (contraflow.v1.Forecast.$Properties|null);

                /** EvacuationReport vms */
                vms?: contraflow.v1.VmOutcome.$Properties[];

                /** EvacuationReport forecastErrorPercent */
                forecastErrorPercent?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvacuationReport. */
            type $Shape = contraflow.v1.EvacuationReport.$Properties;
        }

        /**
         * Properties of a VmOutcome.
         * @deprecated Use contraflow.v1.VmOutcome.$Properties instead.
         */
        interface IVmOutcome extends contraflow.v1.VmOutcome.$Properties {
        }

        /** Represents a VmOutcome. */
        class VmOutcome {

            /**
             * Constructs a new VmOutcome.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.VmOutcome.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VmOutcome vmId. */
            vmId: string;

            /** VmOutcome outcome. */
            outcome: contraflow.v1.VmOutcome.Outcome;

            /** VmOutcome technique. */
            technique: (contraflow.v1.Technique|null);

            /** VmOutcome destinationHostId. */
            destinationHostId: (string|null);

            /** VmOutcome totalSeconds. */
            totalSeconds: (number|null);

            /** VmOutcome downtimeSeconds. */
            downtimeSeconds: (number|null);

            /** VmOutcome transferredBytes. */
            transferredBytes: (number|Long|null);

            /** VmOutcome reason. */
            reason: (string|null);

            /** VmOutcome forecast. */
            forecast: (contraflow.v1.StepForecast|null);

            /** VmOutcome startSeconds. */
            startSeconds: (number|null);

            /** VmOutcome settledSeconds. */
            settledSeconds: (number|null);

            /** VmOutcome failedAttempts. */
            failedAttempts: (string|null);

            /** VmOutcome stallSeconds. */
            stallSeconds: (number|null);

            /**
             * Creates a new VmOutcome instance using the specified properties.
             * @param [properties] Properties to set
             * @returns VmOutcome instance
             */
            static create(properties: contraflow.v1.VmOutcome.$Shape): contraflow.v1.VmOutcome & contraflow.v1.VmOutcome.$Shape;
            static create(properties?: contraflow.v1.VmOutcome.$Properties): contraflow.v1.VmOutcome;

            /**
             * Encodes the specified VmOutcome message. Does not implicitly {@link contraflow.v1.VmOutcome.verify|verify} messages.
             * @param message VmOutcome message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.VmOutcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VmOutcome message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.VmOutcome & contraflow.v1.VmOutcome.$Shape} VmOutcome
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.VmOutcome & contraflow.v1.VmOutcome.$Shape;

            /**
             * Creates a VmOutcome message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns VmOutcome
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.VmOutcome;

            /**
             * Creates a plain object from a VmOutcome message. Also converts values to other types if specified.
             * @param message VmOutcome
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.VmOutcome, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this VmOutcome to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace VmOutcome {

            /** Properties of a VmOutcome. */
            interface $Properties {

                /** VmOutcome vmId */
                vmId?: string;

                /** VmOutcome outcome */
                outcome?: contraflow.v1.VmOutcome.Outcome;

                /** VmOutcome technique */
                technique?: (contraflow.v1.Technique|null);

                /** VmOutcome destinationHostId */
                destinationHostId?: (string|null);

                /** VmOutcome totalSeconds */
                totalSeconds?: (number|null);

                /** VmOutcome downtimeSeconds */
                downtimeSeconds?: (number|null);

                /** VmOutcome transferredBytes */
                transferredBytes?: (number|Long|null);

                /** VmOutcome reason */
                reason?: (string|null);

                /** VmOutcome forecast */
                forecast?: (contraflow.v1.StepForecast.$Properties|null);

                /** VmOutcome startSeconds */
                startSeconds?: (number|null);

                /** VmOutcome settledSeconds */
                settledSeconds?: (number|null);

                /** VmOutcome failedAttempts */
                failedAttempts?: (string|null);

                /** VmOutcome stallSeconds */
                stallSeconds?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VmOutcome. */
            type $Shape = contraflow.v1.VmOutcome.$Properties;

            /** Outcome enum. */
            enum Outcome {

                /** OUTCOME_UNSPECIFIED value */
                OUTCOME_UNSPECIFIED = 0,

                /** COMPLETED value */
                COMPLETED = 1,

                /** FAILED value */
                FAILED = 2,

                /** CANCELLED value */
                CANCELLED = 3,

                /** NOT_STARTED value */
                NOT_STARTED = 4,

                /** UNPLACED value */
                UNPLACED = 5,

                /** RUNNING value */
                RUNNING = 6,

                /** WAITING value */
                WAITING = 7
            }
        }

        /**
         * Properties of a GetEvacuation.
         * @deprecated Use contraflow.v1.GetEvacuation.$Properties instead.
         */
        interface IGetEvacuation extends contraflow.v1.GetEvacuation.$Properties {
        }

        /** Represents a GetEvacuation. */
        class GetEvacuation {

            /**
             * Constructs a new GetEvacuation.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.GetEvacuation.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetEvacuation evacuationId. */
            evacuationId: string;

            /**
             * Creates a new GetEvacuation instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetEvacuation instance
             */
            static create(properties: contraflow.v1.GetEvacuation.$Shape): contraflow.v1.GetEvacuation & contraflow.v1.GetEvacuation.$Shape;
            static create(properties?: contraflow.v1.GetEvacuation.$Properties): contraflow.v1.GetEvacuation;

            /**
             * Encodes the specified GetEvacuation message. Does not implicitly {@link contraflow.v1.GetEvacuation.verify|verify} messages.
             * @param message GetEvacuation message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.GetEvacuation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetEvacuation message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.GetEvacuation & contraflow.v1.GetEvacuation.$Shape} GetEvacuation
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.GetEvacuation & contraflow.v1.GetEvacuation.$Shape;

            /**
             * Creates a GetEvacuation message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns GetEvacuation
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.GetEvacuation;

            /**
             * Creates a plain object from a GetEvacuation message. Also converts values to other types if specified.
             * @param message GetEvacuation
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.GetEvacuation, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this GetEvacuation to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace GetEvacuation {

            /** Properties of a GetEvacuation. */
            interface $Properties {

                /** GetEvacuation evacuationId */
                evacuationId?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetEvacuation. */
            type $Shape = contraflow.v1.GetEvacuation.$Properties;
        }

        /**
         * Properties of an EvacuationStatus.
         * @deprecated Use contraflow.v1.EvacuationStatus.$Properties instead.
         */
        interface IEvacuationStatus extends contraflow.v1.EvacuationStatus.$Properties {
        }

        /** Represents an EvacuationStatus. */
        class EvacuationStatus {

            /**
             * Constructs a new EvacuationStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.EvacuationStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvacuationStatus request. */
            request: contraflow.v1.EvacuationRequest;

            /** EvacuationStatus state. */
            state: contraflow.v1.EvacuationStatus.State;

            /** EvacuationStatus plan. */
            plan: (contraflow.v1.Plan|null);

            /** EvacuationStatus report. */
            report: (contraflow.v1.EvacuationReport|null);

            /** EvacuationStatus message. */
            message: (string|null);

            /** EvacuationStatus steps. */
            steps: contraflow.v1.StepStatus[];

            /** EvacuationStatus plannedTimeUnixMilliseconds. */
            plannedTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new EvacuationStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EvacuationStatus instance
             */
            static create(properties: contraflow.v1.EvacuationStatus.$Shape): contraflow.v1.EvacuationStatus & contraflow.v1.EvacuationStatus.$Shape;
            static create(properties?: contraflow.v1.EvacuationStatus.$Properties): contraflow.v1.EvacuationStatus;

            /**
             * Encodes the specified EvacuationStatus message. Does not implicitly {@link contraflow.v1.EvacuationStatus.verify|verify} messages.
             * @param message EvacuationStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.EvacuationStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvacuationStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationStatus & contraflow.v1.EvacuationStatus.$Shape} EvacuationStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.EvacuationStatus & contraflow.v1.EvacuationStatus.$Shape;

            /**
             * Creates an EvacuationStatus message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvacuationStatus
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.EvacuationStatus;

            /**
             * Creates a plain object from an EvacuationStatus message. Also converts values to other types if specified.
             * @param message EvacuationStatus
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.EvacuationStatus, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvacuationStatus to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EvacuationStatus {

            /** Properties of an EvacuationStatus. */
            interface $Properties {

                /** EvacuationStatus request */
                request?: contraflow.v1.EvacuationRequest.$Properties;

                /** EvacuationStatus state */
                state?: contraflow.v1.EvacuationStatus.State;

                /** EvacuationStatus plan */
                plan?: (contraflow.v1.Plan.$Properties|null);

                /** EvacuationStatus report */
                report?: (contraflow.v1.EvacuationReport.$Properties|null);

                /** EvacuationStatus message */
                message?: (string|null);

                /** EvacuationStatus steps */
                steps?: contraflow.v1.StepStatus.$Properties[];

                /** EvacuationStatus plannedTimeUnixMilliseconds */
                plannedTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvacuationStatus. */
            type $Shape = contraflow.v1.EvacuationStatus.$Properties;

            /** State enum. */
            enum State {

                /** STATE_UNSPECIFIED value */
                STATE_UNSPECIFIED = 0,

                /** RUNNING value */
                RUNNING = 1,

                /** CANCELLING value */
                CANCELLING = 2,

                /** COMPLETED value */
                COMPLETED = 3,

                /** FAILED value */
                FAILED = 4,

                /** CANCELLED value */
                CANCELLED = 5,

                /** REJECTED value */
                REJECTED = 6
            }
        }

        /**
         * Properties of a StepStatus.
         * @deprecated Use contraflow.v1.StepStatus.$Properties instead.
         */
        interface IStepStatus extends contraflow.v1.StepStatus.$Properties {
        }

        /** Represents a StepStatus. */
        class StepStatus {

            /**
             * Constructs a new StepStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.StepStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StepStatus vmId. */
            vmId: string;

            /** StepStatus migrationId. */
            migrationId: string;

            /** StepStatus outcome. */
            outcome: contraflow.v1.VmOutcome.Outcome;

            /** StepStatus waitsFor. */
            waitsFor: (string|null);

            /**
             * Creates a new StepStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StepStatus instance
             */
            static create(properties: contraflow.v1.StepStatus.$Shape): contraflow.v1.StepStatus & contraflow.v1.StepStatus.$Shape;
            static create(properties?: contraflow.v1.StepStatus.$Properties): contraflow.v1.StepStatus;

            /**
             * Encodes the specified StepStatus message. Does not implicitly {@link contraflow.v1.StepStatus.verify|verify} messages.
             * @param message StepStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.StepStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StepStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.StepStatus & contraflow.v1.StepStatus.$Shape} StepStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.StepStatus & contraflow.v1.StepStatus.$Shape;

            /**
             * Creates a StepStatus message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns StepStatus
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.StepStatus;

            /**
             * Creates a plain object from a StepStatus message. Also converts values to other types if specified.
             * @param message StepStatus
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.StepStatus, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this StepStatus to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace StepStatus {

            /** Properties of a StepStatus. */
            interface $Properties {

                /** StepStatus vmId */
                vmId?: string;

                /** StepStatus migrationId */
                migrationId?: string;

                /** StepStatus outcome */
                outcome?: contraflow.v1.VmOutcome.Outcome;

                /** StepStatus waitsFor */
                waitsFor?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StepStatus. */
            type $Shape = contraflow.v1.StepStatus.$Properties;
        }

        /**
         * Properties of an EvacuationList.
         * @deprecated Use contraflow.v1.EvacuationList.$Properties instead.
         */
        interface IEvacuationList extends contraflow.v1.EvacuationList.$Properties {
        }

        /** Represents an EvacuationList. */
        class EvacuationList {

            /**
             * Constructs a new EvacuationList.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.EvacuationList.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EvacuationList evacuations. */
            evacuations: contraflow.v1.EvacuationStatus[];

            /**
             * Creates a new EvacuationList instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EvacuationList instance
             */
            static create(properties: contraflow.v1.EvacuationList.$Shape): contraflow.v1.EvacuationList & contraflow.v1.EvacuationList.$Shape;
            static create(properties?: contraflow.v1.EvacuationList.$Properties): contraflow.v1.EvacuationList;

            /**
             * Encodes the specified EvacuationList message. Does not implicitly {@link contraflow.v1.EvacuationList.verify|verify} messages.
             * @param message EvacuationList message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.EvacuationList.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EvacuationList message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.EvacuationList & contraflow.v1.EvacuationList.$Shape} EvacuationList
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.EvacuationList & contraflow.v1.EvacuationList.$Shape;

            /**
             * Creates an EvacuationList message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EvacuationList
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.EvacuationList;

            /**
             * Creates a plain object from an EvacuationList message. Also converts values to other types if specified.
             * @param message EvacuationList
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.EvacuationList, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EvacuationList to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EvacuationList {

            /** Properties of an EvacuationList. */
            interface $Properties {

                /** EvacuationList evacuations */
                evacuations?: contraflow.v1.EvacuationStatus.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EvacuationList. */
            type $Shape = contraflow.v1.EvacuationList.$Properties;
        }

        /**
         * Properties of a PlanPreview.
         * @deprecated Use contraflow.v1.PlanPreview.$Properties instead.
         */
        interface IPlanPreview extends contraflow.v1.PlanPreview.$Properties {
        }

        /** Represents a PlanPreview. */
        class PlanPreview {

            /**
             * Constructs a new PlanPreview.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.PlanPreview.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PlanPreview plan. */
            plan: (contraflow.v1.Plan|null);

            /** PlanPreview snapshot. */
            snapshot: (contraflow.v1.ClusterSnapshot|null);

            /** PlanPreview refusal. */
            refusal: (contraflow.v1.EvacuationRejected|null);

            /**
             * Creates a new PlanPreview instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PlanPreview instance
             */
            static create(properties: contraflow.v1.PlanPreview.$Shape): contraflow.v1.PlanPreview & contraflow.v1.PlanPreview.$Shape;
            static create(properties?: contraflow.v1.PlanPreview.$Properties): contraflow.v1.PlanPreview;

            /**
             * Encodes the specified PlanPreview message. Does not implicitly {@link contraflow.v1.PlanPreview.verify|verify} messages.
             * @param message PlanPreview message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.PlanPreview.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlanPreview message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.PlanPreview & contraflow.v1.PlanPreview.$Shape} PlanPreview
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.PlanPreview & contraflow.v1.PlanPreview.$Shape;

            /**
             * Creates a PlanPreview message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PlanPreview
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.PlanPreview;

            /**
             * Creates a plain object from a PlanPreview message. Also converts values to other types if specified.
             * @param message PlanPreview
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.PlanPreview, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PlanPreview to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PlanPreview {

            /** Properties of a PlanPreview. */
            interface $Properties {

                /** PlanPreview plan */
                plan?: (contraflow.v1.Plan.$Properties|null);

                /** PlanPreview snapshot */
                snapshot?: (contraflow.v1.ClusterSnapshot.$Properties|null);

                /** PlanPreview refusal */
                refusal?: (contraflow.v1.EvacuationRejected.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PlanPreview. */
            type $Shape = contraflow.v1.PlanPreview.$Properties;
        }

        /**
         * Properties of a Plan.
         * @deprecated Use contraflow.v1.Plan.$Properties instead.
         */
        interface IPlan extends contraflow.v1.Plan.$Properties {
        }

        /** Represents a Plan. */
        class Plan {

            /**
             * Constructs a new Plan.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.Plan.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Plan policy. */
            policy: string;

            /** Plan steps. */
            steps: contraflow.v1.Step[];

            /** Plan unplaced. */
            unplaced: contraflow.v1.UnplacedVm[];

            /** Plan forecast. */
            forecast: contraflow.v1.Forecast;

            /** Plan alternatives. */
            alternatives: contraflow.v1.Alternative[];

            /** Plan hotPhasePaceBytesPerSecond. */
            hotPhasePaceBytesPerSecond: (number|null);

            /**
             * Creates a new Plan instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Plan instance
             */
            static create(properties: contraflow.v1.Plan.$Shape): contraflow.v1.Plan & contraflow.v1.Plan.$Shape;
            static create(properties?: contraflow.v1.Plan.$Properties): contraflow.v1.Plan;

            /**
             * Encodes the specified Plan message. Does not implicitly {@link contraflow.v1.Plan.verify|verify} messages.
             * @param message Plan message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.Plan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Plan message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.Plan & contraflow.v1.Plan.$Shape} Plan
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.Plan & contraflow.v1.Plan.$Shape;

            /**
             * Creates a Plan message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Plan
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.Plan;

            /**
             * Creates a plain object from a Plan message. Also converts values to other types if specified.
             * @param message Plan
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.Plan, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Plan to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Plan {

            /** Properties of a Plan. */
            interface $Properties {

                /** Plan policy */
                policy?: string;

                /** Plan steps */
                steps?: contraflow.v1.Step.$Properties[];

                /** Plan unplaced */
                unplaced?: contraflow.v1.UnplacedVm.$Properties[];

                /** Plan forecast */
                forecast?: contraflow.v1.Forecast.$Properties;

                /** Plan alternatives */
                alternatives?: contraflow.v1.Alternative.$Properties[];

                /** Plan hotPhasePaceBytesPerSecond */
                hotPhasePaceBytesPerSecond?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Plan. */
            type $Shape = contraflow.v1.Plan.$Properties;
        }

        /**
         * Properties of a Step.
         * @deprecated Use contraflow.v1.Step.$Properties instead.
         */
        interface IStep extends contraflow.v1.Step.$Properties {
        }

        /** Represents a Step. */
        class Step {

            /**
             * Constructs a new Step.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.Step.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Step vmId. */
            vmId: string;

            /** Step technique. */
            technique: contraflow.v1.Technique;

            /** Step sourceHostId. */
            sourceHostId: string;

            /** Step destinationHostId. */
            destinationHostId: string;

            /** Step after. */
            after: contraflow.v1.StepDependency[];

            /** Step paceBytesPerSecond. */
            paceBytesPerSecond: (number|null);

            /** Step reason. */
            reason: string;

            /** Step forecast. */
            forecast: (contraflow.v1.StepForecast|null);

            /**
             * Creates a new Step instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Step instance
             */
            static create(properties: contraflow.v1.Step.$Shape): contraflow.v1.Step & contraflow.v1.Step.$Shape;
            static create(properties?: contraflow.v1.Step.$Properties): contraflow.v1.Step;

            /**
             * Encodes the specified Step message. Does not implicitly {@link contraflow.v1.Step.verify|verify} messages.
             * @param message Step message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.Step.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Step message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.Step & contraflow.v1.Step.$Shape} Step
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.Step & contraflow.v1.Step.$Shape;

            /**
             * Creates a Step message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Step
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.Step;

            /**
             * Creates a plain object from a Step message. Also converts values to other types if specified.
             * @param message Step
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.Step, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Step to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Step {

            /** Properties of a Step. */
            interface $Properties {

                /** Step vmId */
                vmId?: string;

                /** Step technique */
                technique?: contraflow.v1.Technique;

                /** Step sourceHostId */
                sourceHostId?: string;

                /** Step destinationHostId */
                destinationHostId?: string;

                /** Step after */
                after?: contraflow.v1.StepDependency.$Properties[];

                /** Step paceBytesPerSecond */
                paceBytesPerSecond?: (number|null);

                /** Step reason */
                reason?: string;

                /** Step forecast */
                forecast?: (contraflow.v1.StepForecast.$Properties|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Step. */
            type $Shape = contraflow.v1.Step.$Properties;
        }

        /**
         * Properties of a StepForecast.
         * @deprecated Use contraflow.v1.StepForecast.$Properties instead.
         */
        interface IStepForecast extends contraflow.v1.StepForecast.$Properties {
        }

        /** Represents a StepForecast. */
        class StepForecast {

            /**
             * Constructs a new StepForecast.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.StepForecast.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StepForecast startSeconds. */
            startSeconds: (number|null);

            /** StepForecast switchSeconds. */
            switchSeconds: (number|null);

            /** StepForecast settledSeconds. */
            settledSeconds: (number|null);

            /** StepForecast endSeconds. */
            endSeconds: (number|null);

            /** StepForecast transferredBytes. */
            transferredBytes: (number|Long|null);

            /** StepForecast degradedBytes. */
            degradedBytes: (number|Long|null);

            /** StepForecast assumedInputs. */
            assumedInputs: string[];

            /**
             * Creates a new StepForecast instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StepForecast instance
             */
            static create(properties: contraflow.v1.StepForecast.$Shape): contraflow.v1.StepForecast & contraflow.v1.StepForecast.$Shape;
            static create(properties?: contraflow.v1.StepForecast.$Properties): contraflow.v1.StepForecast;

            /**
             * Encodes the specified StepForecast message. Does not implicitly {@link contraflow.v1.StepForecast.verify|verify} messages.
             * @param message StepForecast message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.StepForecast.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StepForecast message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.StepForecast & contraflow.v1.StepForecast.$Shape} StepForecast
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.StepForecast & contraflow.v1.StepForecast.$Shape;

            /**
             * Creates a StepForecast message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns StepForecast
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.StepForecast;

            /**
             * Creates a plain object from a StepForecast message. Also converts values to other types if specified.
             * @param message StepForecast
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.StepForecast, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this StepForecast to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace StepForecast {

            /** Properties of a StepForecast. */
            interface $Properties {

                /** StepForecast startSeconds */
                startSeconds?: (number|null);

                /** StepForecast switchSeconds */
                switchSeconds?: (number|null);

                /** StepForecast settledSeconds */
                settledSeconds?: (number|null);

                /** StepForecast endSeconds */
                endSeconds?: (number|null);

                /** StepForecast transferredBytes */
                transferredBytes?: (number|Long|null);

                /** StepForecast degradedBytes */
                degradedBytes?: (number|Long|null);

                /** StepForecast assumedInputs */
                assumedInputs?: string[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StepForecast. */
            type $Shape = contraflow.v1.StepForecast.$Properties;
        }

        /**
         * Properties of a StepDependency.
         * @deprecated Use contraflow.v1.StepDependency.$Properties instead.
         */
        interface IStepDependency extends contraflow.v1.StepDependency.$Properties {
        }

        /** Represents a StepDependency. */
        class StepDependency {

            /**
             * Constructs a new StepDependency.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.StepDependency.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StepDependency vmId. */
            vmId: string;

            /** StepDependency event. */
            event: contraflow.v1.StepEvent;

            /**
             * Creates a new StepDependency instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StepDependency instance
             */
            static create(properties: contraflow.v1.StepDependency.$Shape): contraflow.v1.StepDependency & contraflow.v1.StepDependency.$Shape;
            static create(properties?: contraflow.v1.StepDependency.$Properties): contraflow.v1.StepDependency;

            /**
             * Encodes the specified StepDependency message. Does not implicitly {@link contraflow.v1.StepDependency.verify|verify} messages.
             * @param message StepDependency message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.StepDependency.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StepDependency message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.StepDependency & contraflow.v1.StepDependency.$Shape} StepDependency
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.StepDependency & contraflow.v1.StepDependency.$Shape;

            /**
             * Creates a StepDependency message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns StepDependency
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.StepDependency;

            /**
             * Creates a plain object from a StepDependency message. Also converts values to other types if specified.
             * @param message StepDependency
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.StepDependency, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this StepDependency to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace StepDependency {

            /** Properties of a StepDependency. */
            interface $Properties {

                /** StepDependency vmId */
                vmId?: string;

                /** StepDependency event */
                event?: contraflow.v1.StepEvent;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StepDependency. */
            type $Shape = contraflow.v1.StepDependency.$Properties;
        }

        /**
         * Properties of an UnplacedVm.
         * @deprecated Use contraflow.v1.UnplacedVm.$Properties instead.
         */
        interface IUnplacedVm extends contraflow.v1.UnplacedVm.$Properties {
        }

        /** Represents an UnplacedVm. */
        class UnplacedVm {

            /**
             * Constructs a new UnplacedVm.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.UnplacedVm.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** UnplacedVm vmId. */
            vmId: string;

            /** UnplacedVm reasons. */
            reasons: contraflow.v1.PlacementRefusal[];

            /**
             * Creates a new UnplacedVm instance using the specified properties.
             * @param [properties] Properties to set
             * @returns UnplacedVm instance
             */
            static create(properties: contraflow.v1.UnplacedVm.$Shape): contraflow.v1.UnplacedVm & contraflow.v1.UnplacedVm.$Shape;
            static create(properties?: contraflow.v1.UnplacedVm.$Properties): contraflow.v1.UnplacedVm;

            /**
             * Encodes the specified UnplacedVm message. Does not implicitly {@link contraflow.v1.UnplacedVm.verify|verify} messages.
             * @param message UnplacedVm message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.UnplacedVm.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an UnplacedVm message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.UnplacedVm & contraflow.v1.UnplacedVm.$Shape} UnplacedVm
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.UnplacedVm & contraflow.v1.UnplacedVm.$Shape;

            /**
             * Creates an UnplacedVm message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns UnplacedVm
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.UnplacedVm;

            /**
             * Creates a plain object from an UnplacedVm message. Also converts values to other types if specified.
             * @param message UnplacedVm
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.UnplacedVm, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this UnplacedVm to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace UnplacedVm {

            /** Properties of an UnplacedVm. */
            interface $Properties {

                /** UnplacedVm vmId */
                vmId?: string;

                /** UnplacedVm reasons */
                reasons?: contraflow.v1.PlacementRefusal.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an UnplacedVm. */
            type $Shape = contraflow.v1.UnplacedVm.$Properties;
        }

        /**
         * Properties of a PlacementRefusal.
         * @deprecated Use contraflow.v1.PlacementRefusal.$Properties instead.
         */
        interface IPlacementRefusal extends contraflow.v1.PlacementRefusal.$Properties {
        }

        /** Represents a PlacementRefusal. */
        class PlacementRefusal {

            /**
             * Constructs a new PlacementRefusal.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.PlacementRefusal.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PlacementRefusal hostId. */
            hostId: string;

            /** PlacementRefusal code. */
            code: string;

            /** PlacementRefusal message. */
            message: string;

            /**
             * Creates a new PlacementRefusal instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PlacementRefusal instance
             */
            static create(properties: contraflow.v1.PlacementRefusal.$Shape): contraflow.v1.PlacementRefusal & contraflow.v1.PlacementRefusal.$Shape;
            static create(properties?: contraflow.v1.PlacementRefusal.$Properties): contraflow.v1.PlacementRefusal;

            /**
             * Encodes the specified PlacementRefusal message. Does not implicitly {@link contraflow.v1.PlacementRefusal.verify|verify} messages.
             * @param message PlacementRefusal message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.PlacementRefusal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PlacementRefusal message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.PlacementRefusal & contraflow.v1.PlacementRefusal.$Shape} PlacementRefusal
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.PlacementRefusal & contraflow.v1.PlacementRefusal.$Shape;

            /**
             * Creates a PlacementRefusal message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PlacementRefusal
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.PlacementRefusal;

            /**
             * Creates a plain object from a PlacementRefusal message. Also converts values to other types if specified.
             * @param message PlacementRefusal
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.PlacementRefusal, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PlacementRefusal to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PlacementRefusal {

            /** Properties of a PlacementRefusal. */
            interface $Properties {

                /** PlacementRefusal hostId */
                hostId?: string;

                /** PlacementRefusal code */
                code?: string;

                /** PlacementRefusal message */
                message?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PlacementRefusal. */
            type $Shape = contraflow.v1.PlacementRefusal.$Properties;
        }

        /**
         * Properties of a Forecast.
         * @deprecated Use contraflow.v1.Forecast.$Properties instead.
         */
        interface IForecast extends contraflow.v1.Forecast.$Properties {
        }

        /** Represents a Forecast. */
        class Forecast {

            /**
             * Constructs a new Forecast.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.Forecast.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Forecast totalMigrationSeconds. */
            totalMigrationSeconds: (number|null);

            /** Forecast transferredBytes. */
            transferredBytes: (number|Long|null);

            /** Forecast degradedBytes. */
            degradedBytes: (number|Long|null);

            /** Forecast limitSeconds. */
            limitSeconds: (number|null);

            /**
             * Creates a new Forecast instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Forecast instance
             */
            static create(properties: contraflow.v1.Forecast.$Shape): contraflow.v1.Forecast & contraflow.v1.Forecast.$Shape;
            static create(properties?: contraflow.v1.Forecast.$Properties): contraflow.v1.Forecast;

            /**
             * Encodes the specified Forecast message. Does not implicitly {@link contraflow.v1.Forecast.verify|verify} messages.
             * @param message Forecast message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.Forecast.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Forecast message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.Forecast & contraflow.v1.Forecast.$Shape} Forecast
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.Forecast & contraflow.v1.Forecast.$Shape;

            /**
             * Creates a Forecast message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Forecast
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.Forecast;

            /**
             * Creates a plain object from a Forecast message. Also converts values to other types if specified.
             * @param message Forecast
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.Forecast, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Forecast to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Forecast {

            /** Properties of a Forecast. */
            interface $Properties {

                /** Forecast totalMigrationSeconds */
                totalMigrationSeconds?: (number|null);

                /** Forecast transferredBytes */
                transferredBytes?: (number|Long|null);

                /** Forecast degradedBytes */
                degradedBytes?: (number|Long|null);

                /** Forecast limitSeconds */
                limitSeconds?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Forecast. */
            type $Shape = contraflow.v1.Forecast.$Properties;
        }

        /**
         * Properties of an Alternative.
         * @deprecated Use contraflow.v1.Alternative.$Properties instead.
         */
        interface IAlternative extends contraflow.v1.Alternative.$Properties {
        }

        /** Represents an Alternative. */
        class Alternative {

            /**
             * Constructs a new Alternative.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.Alternative.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Alternative policy. */
            policy: string;

            /** Alternative forecast. */
            forecast: contraflow.v1.Forecast;

            /**
             * Creates a new Alternative instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Alternative instance
             */
            static create(properties: contraflow.v1.Alternative.$Shape): contraflow.v1.Alternative & contraflow.v1.Alternative.$Shape;
            static create(properties?: contraflow.v1.Alternative.$Properties): contraflow.v1.Alternative;

            /**
             * Encodes the specified Alternative message. Does not implicitly {@link contraflow.v1.Alternative.verify|verify} messages.
             * @param message Alternative message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.Alternative.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an Alternative message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.Alternative & contraflow.v1.Alternative.$Shape} Alternative
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.Alternative & contraflow.v1.Alternative.$Shape;

            /**
             * Creates an Alternative message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Alternative
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.Alternative;

            /**
             * Creates a plain object from an Alternative message. Also converts values to other types if specified.
             * @param message Alternative
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.Alternative, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Alternative to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Alternative {

            /** Properties of an Alternative. */
            interface $Properties {

                /** Alternative policy */
                policy?: string;

                /** Alternative forecast */
                forecast?: contraflow.v1.Forecast.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an Alternative. */
            type $Shape = contraflow.v1.Alternative.$Properties;
        }

        /** Technique enum. */
        enum Technique {

            /** TECHNIQUE_UNSPECIFIED value */
            TECHNIQUE_UNSPECIFIED = 0,

            /** PRE_COPY value */
            PRE_COPY = 1,

            /** POST_COPY value */
            POST_COPY = 2,

            /** HYBRID value */
            HYBRID = 3
        }

        /** PostCopy enum. */
        enum PostCopy {

            /** POST_COPY_UNSPECIFIED value */
            POST_COPY_UNSPECIFIED = 0,

            /** ALLOWED value */
            ALLOWED = 1,

            /** FORBIDDEN value */
            FORBIDDEN = 2
        }

        /** StepEvent enum. */
        enum StepEvent {

            /** STEP_EVENT_UNSPECIFIED value */
            STEP_EVENT_UNSPECIFIED = 0,

            /** COMPLETED value */
            COMPLETED = 1,

            /** SETTLED value */
            SETTLED = 2
        }

        /**
         * Properties of a ClusterSnapshot.
         * @deprecated Use contraflow.v1.ClusterSnapshot.$Properties instead.
         */
        interface IClusterSnapshot extends contraflow.v1.ClusterSnapshot.$Properties {
        }

        /** Represents a ClusterSnapshot. */
        class ClusterSnapshot {

            /**
             * Constructs a new ClusterSnapshot.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.ClusterSnapshot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ClusterSnapshot hosts. */
            hosts: contraflow.v1.HostSnapshot[];

            /** ClusterSnapshot vms. */
            vms: contraflow.v1.VmSnapshot[];

            /**
             * Creates a new ClusterSnapshot instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ClusterSnapshot instance
             */
            static create(properties: contraflow.v1.ClusterSnapshot.$Shape): contraflow.v1.ClusterSnapshot & contraflow.v1.ClusterSnapshot.$Shape;
            static create(properties?: contraflow.v1.ClusterSnapshot.$Properties): contraflow.v1.ClusterSnapshot;

            /**
             * Encodes the specified ClusterSnapshot message. Does not implicitly {@link contraflow.v1.ClusterSnapshot.verify|verify} messages.
             * @param message ClusterSnapshot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.ClusterSnapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a ClusterSnapshot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.ClusterSnapshot & contraflow.v1.ClusterSnapshot.$Shape} ClusterSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.ClusterSnapshot & contraflow.v1.ClusterSnapshot.$Shape;

            /**
             * Creates a ClusterSnapshot message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ClusterSnapshot
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.ClusterSnapshot;

            /**
             * Creates a plain object from a ClusterSnapshot message. Also converts values to other types if specified.
             * @param message ClusterSnapshot
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.ClusterSnapshot, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ClusterSnapshot to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ClusterSnapshot {

            /** Properties of a ClusterSnapshot. */
            interface $Properties {

                /** ClusterSnapshot hosts */
                hosts?: contraflow.v1.HostSnapshot.$Properties[];

                /** ClusterSnapshot vms */
                vms?: contraflow.v1.VmSnapshot.$Properties[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a ClusterSnapshot. */
            type $Shape = contraflow.v1.ClusterSnapshot.$Properties;
        }

        /**
         * Properties of a HostSnapshot.
         * @deprecated Use contraflow.v1.HostSnapshot.$Properties instead.
         */
        interface IHostSnapshot extends contraflow.v1.HostSnapshot.$Properties {
        }

        /** Represents a HostSnapshot. */
        class HostSnapshot {

            /**
             * Constructs a new HostSnapshot.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.HostSnapshot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HostSnapshot hostId. */
            hostId: string;

            /** HostSnapshot egressBytesPerSecond. */
            egressBytesPerSecond: (number|null);

            /** HostSnapshot ingressBytesPerSecond. */
            ingressBytesPerSecond: (number|null);

            /** HostSnapshot freeMemoryBytes. */
            freeMemoryBytes: (number|Long|null);

            /** HostSnapshot postCopySupported. */
            postCopySupported: (boolean|null);

            /** HostSnapshot migrationEgressBytesPerSecond. */
            migrationEgressBytesPerSecond: (number|null);

            /** HostSnapshot migrationIngressBytesPerSecond. */
            migrationIngressBytesPerSecond: (number|null);

            /**
             * Creates a new HostSnapshot instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HostSnapshot instance
             */
            static create(properties: contraflow.v1.HostSnapshot.$Shape): contraflow.v1.HostSnapshot & contraflow.v1.HostSnapshot.$Shape;
            static create(properties?: contraflow.v1.HostSnapshot.$Properties): contraflow.v1.HostSnapshot;

            /**
             * Encodes the specified HostSnapshot message. Does not implicitly {@link contraflow.v1.HostSnapshot.verify|verify} messages.
             * @param message HostSnapshot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.HostSnapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HostSnapshot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.HostSnapshot & contraflow.v1.HostSnapshot.$Shape} HostSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.HostSnapshot & contraflow.v1.HostSnapshot.$Shape;

            /**
             * Creates a HostSnapshot message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns HostSnapshot
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.HostSnapshot;

            /**
             * Creates a plain object from a HostSnapshot message. Also converts values to other types if specified.
             * @param message HostSnapshot
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.HostSnapshot, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this HostSnapshot to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace HostSnapshot {

            /** Properties of a HostSnapshot. */
            interface $Properties {

                /** HostSnapshot hostId */
                hostId?: string;

                /** HostSnapshot egressBytesPerSecond */
                egressBytesPerSecond?: (number|null);

                /** HostSnapshot ingressBytesPerSecond */
                ingressBytesPerSecond?: (number|null);

                /** HostSnapshot freeMemoryBytes */
                freeMemoryBytes?: (number|Long|null);

                /** HostSnapshot postCopySupported */
                postCopySupported?: (boolean|null);

                /** HostSnapshot migrationEgressBytesPerSecond */
                migrationEgressBytesPerSecond?: (number|null);

                /** HostSnapshot migrationIngressBytesPerSecond */
                migrationIngressBytesPerSecond?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HostSnapshot. */
            type $Shape = contraflow.v1.HostSnapshot.$Properties;
        }

        /**
         * Properties of a VmSnapshot.
         * @deprecated Use contraflow.v1.VmSnapshot.$Properties instead.
         */
        interface IVmSnapshot extends contraflow.v1.VmSnapshot.$Properties {
        }

        /** Represents a VmSnapshot. */
        class VmSnapshot {

            /**
             * Constructs a new VmSnapshot.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.VmSnapshot.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VmSnapshot vmId. */
            vmId: string;

            /** VmSnapshot hostId. */
            hostId: string;

            /** VmSnapshot memoryBytes. */
            memoryBytes: (number|Long|null);

            /** VmSnapshot usedMemoryBytes. */
            usedMemoryBytes: (number|Long|null);

            /** VmSnapshot dirtyBytesPerSecond. */
            dirtyBytesPerSecond: (number|null);

            /** VmSnapshot workingSetBytes. */
            workingSetBytes: (number|Long|null);

            /** VmSnapshot outboundBytesPerSecond. */
            outboundBytesPerSecond: (number|null);

            /** VmSnapshot inboundBytesPerSecond. */
            inboundBytesPerSecond: (number|null);

            /** VmSnapshot postCopy. */
            postCopy: contraflow.v1.PostCopy;

            /** VmSnapshot antiAffinityGroup. */
            antiAffinityGroup: (string|null);

            /** VmSnapshot outboundDeviationBytesPerSecond. */
            outboundDeviationBytesPerSecond: (number|null);

            /** VmSnapshot inboundDeviationBytesPerSecond. */
            inboundDeviationBytesPerSecond: (number|null);

            /** VmSnapshot postCopyRefusal. */
            postCopyRefusal: (string|null);

            /** VmSnapshot profileAgeSeconds. */
            profileAgeSeconds: (number|null);

            /** VmSnapshot profileCompleteness. */
            profileCompleteness: (number|null);

            /** VmSnapshot migrateAfter. */
            migrateAfter: (string|null);

            /**
             * Creates a new VmSnapshot instance using the specified properties.
             * @param [properties] Properties to set
             * @returns VmSnapshot instance
             */
            static create(properties: contraflow.v1.VmSnapshot.$Shape): contraflow.v1.VmSnapshot & contraflow.v1.VmSnapshot.$Shape;
            static create(properties?: contraflow.v1.VmSnapshot.$Properties): contraflow.v1.VmSnapshot;

            /**
             * Encodes the specified VmSnapshot message. Does not implicitly {@link contraflow.v1.VmSnapshot.verify|verify} messages.
             * @param message VmSnapshot message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.VmSnapshot.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VmSnapshot message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.VmSnapshot & contraflow.v1.VmSnapshot.$Shape} VmSnapshot
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.VmSnapshot & contraflow.v1.VmSnapshot.$Shape;

            /**
             * Creates a VmSnapshot message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns VmSnapshot
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.VmSnapshot;

            /**
             * Creates a plain object from a VmSnapshot message. Also converts values to other types if specified.
             * @param message VmSnapshot
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.VmSnapshot, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this VmSnapshot to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace VmSnapshot {

            /** Properties of a VmSnapshot. */
            interface $Properties {

                /** VmSnapshot vmId */
                vmId?: string;

                /** VmSnapshot hostId */
                hostId?: string;

                /** VmSnapshot memoryBytes */
                memoryBytes?: (number|Long|null);

                /** VmSnapshot usedMemoryBytes */
                usedMemoryBytes?: (number|Long|null);

                /** VmSnapshot dirtyBytesPerSecond */
                dirtyBytesPerSecond?: (number|null);

                /** VmSnapshot workingSetBytes */
                workingSetBytes?: (number|Long|null);

                /** VmSnapshot outboundBytesPerSecond */
                outboundBytesPerSecond?: (number|null);

                /** VmSnapshot inboundBytesPerSecond */
                inboundBytesPerSecond?: (number|null);

                /** VmSnapshot postCopy */
                postCopy?: contraflow.v1.PostCopy;

                /** VmSnapshot antiAffinityGroup */
                antiAffinityGroup?: (string|null);

                /** VmSnapshot outboundDeviationBytesPerSecond */
                outboundDeviationBytesPerSecond?: (number|null);

                /** VmSnapshot inboundDeviationBytesPerSecond */
                inboundDeviationBytesPerSecond?: (number|null);

                /** VmSnapshot postCopyRefusal */
                postCopyRefusal?: (string|null);

                /** VmSnapshot profileAgeSeconds */
                profileAgeSeconds?: (number|null);

                /** VmSnapshot profileCompleteness */
                profileCompleteness?: (number|null);

                /** VmSnapshot migrateAfter */
                migrateAfter?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VmSnapshot. */
            type $Shape = contraflow.v1.VmSnapshot.$Properties;
        }

        /**
         * Properties of a TrafficBatch.
         * @deprecated Use contraflow.v1.TrafficBatch.$Properties instead.
         */
        interface ITrafficBatch extends contraflow.v1.TrafficBatch.$Properties {
        }

        /** Represents a TrafficBatch. */
        class TrafficBatch {

            /**
             * Constructs a new TrafficBatch.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.TrafficBatch.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TrafficBatch hostId. */
            hostId: string;

            /** TrafficBatch sequence. */
            sequence: (number|Long|null);

            /** TrafficBatch sampleCount. */
            sampleCount: (number|null);

            /** TrafficBatch sampleTimeUnixMilliseconds. */
            sampleTimeUnixMilliseconds: (number|Long|null);

            /** TrafficBatch monotonicMicroseconds. */
            monotonicMicroseconds: (number|Long|null);

            /** TrafficBatch samples. */
            samples: contraflow.v1.VmTraffic[];

            /** TrafficBatch links. */
            links: contraflow.v1.LinkTraffic[];

            /** TrafficBatch unknownTrafficVmIds. */
            unknownTrafficVmIds: string[];

            /** TrafficBatch agentStartTimeUnixMilliseconds. */
            agentStartTimeUnixMilliseconds: (number|Long|null);

            /** TrafficBatch delayedMilliseconds. */
            delayedMilliseconds: (number|Long|null);

            /** TrafficBatch tickMilliseconds. */
            tickMilliseconds: (number|null);

            /**
             * Creates a new TrafficBatch instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TrafficBatch instance
             */
            static create(properties: contraflow.v1.TrafficBatch.$Shape): contraflow.v1.TrafficBatch & contraflow.v1.TrafficBatch.$Shape;
            static create(properties?: contraflow.v1.TrafficBatch.$Properties): contraflow.v1.TrafficBatch;

            /**
             * Encodes the specified TrafficBatch message. Does not implicitly {@link contraflow.v1.TrafficBatch.verify|verify} messages.
             * @param message TrafficBatch message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.TrafficBatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TrafficBatch message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.TrafficBatch & contraflow.v1.TrafficBatch.$Shape} TrafficBatch
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.TrafficBatch & contraflow.v1.TrafficBatch.$Shape;

            /**
             * Creates a TrafficBatch message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TrafficBatch
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.TrafficBatch;

            /**
             * Creates a plain object from a TrafficBatch message. Also converts values to other types if specified.
             * @param message TrafficBatch
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.TrafficBatch, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TrafficBatch to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace TrafficBatch {

            /** Properties of a TrafficBatch. */
            interface $Properties {

                /** TrafficBatch hostId */
                hostId?: string;

                /** TrafficBatch sequence */
                sequence?: (number|Long|null);

                /** TrafficBatch sampleCount */
                sampleCount?: (number|null);

                /** TrafficBatch sampleTimeUnixMilliseconds */
                sampleTimeUnixMilliseconds?: (number|Long|null);

                /** TrafficBatch monotonicMicroseconds */
                monotonicMicroseconds?: (number|Long|null);

                /** TrafficBatch samples */
                samples?: contraflow.v1.VmTraffic.$Properties[];

                /** TrafficBatch links */
                links?: contraflow.v1.LinkTraffic.$Properties[];

                /** TrafficBatch unknownTrafficVmIds */
                unknownTrafficVmIds?: string[];

                /** TrafficBatch agentStartTimeUnixMilliseconds */
                agentStartTimeUnixMilliseconds?: (number|Long|null);

                /** TrafficBatch delayedMilliseconds */
                delayedMilliseconds?: (number|Long|null);

                /** TrafficBatch tickMilliseconds */
                tickMilliseconds?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TrafficBatch. */
            type $Shape = contraflow.v1.TrafficBatch.$Properties;
        }

        /**
         * Properties of a VmTraffic.
         * @deprecated Use contraflow.v1.VmTraffic.$Properties instead.
         */
        interface IVmTraffic extends contraflow.v1.VmTraffic.$Properties {
        }

        /** Represents a VmTraffic. */
        class VmTraffic {

            /**
             * Constructs a new VmTraffic.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.VmTraffic.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VmTraffic vmId. */
            vmId: string;

            /** VmTraffic counterEpoch. */
            counterEpoch: (number|null);

            /** VmTraffic outboundBytes. */
            outboundBytes: (number|Long|null);

            /** VmTraffic inboundBytes. */
            inboundBytes: (number|Long|null);

            /**
             * Creates a new VmTraffic instance using the specified properties.
             * @param [properties] Properties to set
             * @returns VmTraffic instance
             */
            static create(properties: contraflow.v1.VmTraffic.$Shape): contraflow.v1.VmTraffic & contraflow.v1.VmTraffic.$Shape;
            static create(properties?: contraflow.v1.VmTraffic.$Properties): contraflow.v1.VmTraffic;

            /**
             * Encodes the specified VmTraffic message. Does not implicitly {@link contraflow.v1.VmTraffic.verify|verify} messages.
             * @param message VmTraffic message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.VmTraffic.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VmTraffic message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.VmTraffic & contraflow.v1.VmTraffic.$Shape} VmTraffic
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.VmTraffic & contraflow.v1.VmTraffic.$Shape;

            /**
             * Creates a VmTraffic message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns VmTraffic
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.VmTraffic;

            /**
             * Creates a plain object from a VmTraffic message. Also converts values to other types if specified.
             * @param message VmTraffic
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.VmTraffic, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this VmTraffic to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace VmTraffic {

            /** Properties of a VmTraffic. */
            interface $Properties {

                /** VmTraffic vmId */
                vmId?: string;

                /** VmTraffic counterEpoch */
                counterEpoch?: (number|null);

                /** VmTraffic outboundBytes */
                outboundBytes?: (number|Long|null);

                /** VmTraffic inboundBytes */
                inboundBytes?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VmTraffic. */
            type $Shape = contraflow.v1.VmTraffic.$Properties;
        }

        /**
         * Properties of a LinkTraffic.
         * @deprecated Use contraflow.v1.LinkTraffic.$Properties instead.
         */
        interface ILinkTraffic extends contraflow.v1.LinkTraffic.$Properties {
        }

        /** Represents a LinkTraffic. */
        class LinkTraffic {

            /**
             * Constructs a new LinkTraffic.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.LinkTraffic.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** LinkTraffic name. */
            name: string;

            /** LinkTraffic counterEpoch. */
            counterEpoch: (number|null);

            /** LinkTraffic egressBytes. */
            egressBytes: (number|Long|null);

            /** LinkTraffic ingressBytes. */
            ingressBytes: (number|Long|null);

            /**
             * Creates a new LinkTraffic instance using the specified properties.
             * @param [properties] Properties to set
             * @returns LinkTraffic instance
             */
            static create(properties: contraflow.v1.LinkTraffic.$Shape): contraflow.v1.LinkTraffic & contraflow.v1.LinkTraffic.$Shape;
            static create(properties?: contraflow.v1.LinkTraffic.$Properties): contraflow.v1.LinkTraffic;

            /**
             * Encodes the specified LinkTraffic message. Does not implicitly {@link contraflow.v1.LinkTraffic.verify|verify} messages.
             * @param message LinkTraffic message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.LinkTraffic.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a LinkTraffic message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.LinkTraffic & contraflow.v1.LinkTraffic.$Shape} LinkTraffic
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.LinkTraffic & contraflow.v1.LinkTraffic.$Shape;

            /**
             * Creates a LinkTraffic message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns LinkTraffic
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.LinkTraffic;

            /**
             * Creates a plain object from a LinkTraffic message. Also converts values to other types if specified.
             * @param message LinkTraffic
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.LinkTraffic, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this LinkTraffic to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace LinkTraffic {

            /** Properties of a LinkTraffic. */
            interface $Properties {

                /** LinkTraffic name */
                name?: string;

                /** LinkTraffic counterEpoch */
                counterEpoch?: (number|null);

                /** LinkTraffic egressBytes */
                egressBytes?: (number|Long|null);

                /** LinkTraffic ingressBytes */
                ingressBytes?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a LinkTraffic. */
            type $Shape = contraflow.v1.LinkTraffic.$Properties;
        }

        /**
         * Properties of a HostReport.
         * @deprecated Use contraflow.v1.HostReport.$Properties instead.
         */
        interface IHostReport extends contraflow.v1.HostReport.$Properties {
        }

        /** Represents a HostReport. */
        class HostReport {

            /**
             * Constructs a new HostReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.HostReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HostReport hostId. */
            hostId: string;

            /** HostReport reportTimeUnixMilliseconds. */
            reportTimeUnixMilliseconds: (number|Long|null);

            /** HostReport links. */
            links: contraflow.v1.Link[];

            /** HostReport memoryBytes. */
            memoryBytes: (number|Long|null);

            /** HostReport freeMemoryBytes. */
            freeMemoryBytes: (number|Long|null);

            /** HostReport postCopy. */
            postCopy: contraflow.v1.PostCopySupport;

            /** HostReport vms. */
            vms: contraflow.v1.VmReport[];

            /** HostReport migrationLink. */
            migrationLink: (string|null);

            /** HostReport droppedBatches. */
            droppedBatches: (number|Long|null);

            /**
             * Creates a new HostReport instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HostReport instance
             */
            static create(properties: contraflow.v1.HostReport.$Shape): contraflow.v1.HostReport & contraflow.v1.HostReport.$Shape;
            static create(properties?: contraflow.v1.HostReport.$Properties): contraflow.v1.HostReport;

            /**
             * Encodes the specified HostReport message. Does not implicitly {@link contraflow.v1.HostReport.verify|verify} messages.
             * @param message HostReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.HostReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HostReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.HostReport & contraflow.v1.HostReport.$Shape} HostReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.HostReport & contraflow.v1.HostReport.$Shape;

            /**
             * Creates a HostReport message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns HostReport
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.HostReport;

            /**
             * Creates a plain object from a HostReport message. Also converts values to other types if specified.
             * @param message HostReport
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.HostReport, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this HostReport to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace HostReport {

            /** Properties of a HostReport. */
            interface $Properties {

                /** HostReport hostId */
                hostId?: string;

                /** HostReport reportTimeUnixMilliseconds */
                reportTimeUnixMilliseconds?: (number|Long|null);

                /** HostReport links */
                links?: contraflow.v1.Link.$Properties[];

                /** HostReport memoryBytes */
                memoryBytes?: (number|Long|null);

                /** HostReport freeMemoryBytes */
                freeMemoryBytes?: (number|Long|null);

                /** HostReport postCopy */
                postCopy?: contraflow.v1.PostCopySupport.$Properties;

                /** HostReport vms */
                vms?: contraflow.v1.VmReport.$Properties[];

                /** HostReport migrationLink */
                migrationLink?: (string|null);

                /** HostReport droppedBatches */
                droppedBatches?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HostReport. */
            type $Shape = contraflow.v1.HostReport.$Properties;
        }

        /**
         * Properties of a Link.
         * @deprecated Use contraflow.v1.Link.$Properties instead.
         */
        interface ILink extends contraflow.v1.Link.$Properties {
        }

        /** Represents a Link. */
        class Link {

            /**
             * Constructs a new Link.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.Link.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Link name. */
            name: string;

            /** Link egressBytesPerSecond. */
            egressBytesPerSecond: (number|null);

            /** Link ingressBytesPerSecond. */
            ingressBytesPerSecond: (number|null);

            /**
             * Creates a new Link instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Link instance
             */
            static create(properties: contraflow.v1.Link.$Shape): contraflow.v1.Link & contraflow.v1.Link.$Shape;
            static create(properties?: contraflow.v1.Link.$Properties): contraflow.v1.Link;

            /**
             * Encodes the specified Link message. Does not implicitly {@link contraflow.v1.Link.verify|verify} messages.
             * @param message Link message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.Link.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Link message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.Link & contraflow.v1.Link.$Shape} Link
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.Link & contraflow.v1.Link.$Shape;

            /**
             * Creates a Link message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Link
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.Link;

            /**
             * Creates a plain object from a Link message. Also converts values to other types if specified.
             * @param message Link
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.Link, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Link to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Link {

            /** Properties of a Link. */
            interface $Properties {

                /** Link name */
                name?: string;

                /** Link egressBytesPerSecond */
                egressBytesPerSecond?: (number|null);

                /** Link ingressBytesPerSecond */
                ingressBytesPerSecond?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Link. */
            type $Shape = contraflow.v1.Link.$Properties;
        }

        /**
         * Properties of a PostCopySupport.
         * @deprecated Use contraflow.v1.PostCopySupport.$Properties instead.
         */
        interface IPostCopySupport extends contraflow.v1.PostCopySupport.$Properties {
        }

        /** Represents a PostCopySupport. */
        class PostCopySupport {

            /**
             * Constructs a new PostCopySupport.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.PostCopySupport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PostCopySupport supported. */
            supported: (boolean|null);

            /** PostCopySupport reason. */
            reason: (string|null);

            /**
             * Creates a new PostCopySupport instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PostCopySupport instance
             */
            static create(properties: contraflow.v1.PostCopySupport.$Shape): contraflow.v1.PostCopySupport & contraflow.v1.PostCopySupport.$Shape;
            static create(properties?: contraflow.v1.PostCopySupport.$Properties): contraflow.v1.PostCopySupport;

            /**
             * Encodes the specified PostCopySupport message. Does not implicitly {@link contraflow.v1.PostCopySupport.verify|verify} messages.
             * @param message PostCopySupport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.PostCopySupport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PostCopySupport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.PostCopySupport & contraflow.v1.PostCopySupport.$Shape} PostCopySupport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.PostCopySupport & contraflow.v1.PostCopySupport.$Shape;

            /**
             * Creates a PostCopySupport message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PostCopySupport
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.PostCopySupport;

            /**
             * Creates a plain object from a PostCopySupport message. Also converts values to other types if specified.
             * @param message PostCopySupport
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.PostCopySupport, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PostCopySupport to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PostCopySupport {

            /** Properties of a PostCopySupport. */
            interface $Properties {

                /** PostCopySupport supported */
                supported?: (boolean|null);

                /** PostCopySupport reason */
                reason?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PostCopySupport. */
            type $Shape = contraflow.v1.PostCopySupport.$Properties;
        }

        /**
         * Properties of a VmReport.
         * @deprecated Use contraflow.v1.VmReport.$Properties instead.
         */
        interface IVmReport extends contraflow.v1.VmReport.$Properties {
        }

        /** Represents a VmReport. */
        class VmReport {

            /**
             * Constructs a new VmReport.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.VmReport.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VmReport vmId. */
            vmId: string;

            /** VmReport processId. */
            processId: (number|null);

            /** VmReport memoryBytes. */
            memoryBytes: (number|Long|null);

            /** VmReport usedMemoryBytes. */
            usedMemoryBytes: (number|Long|null);

            /** VmReport trafficKnown. */
            trafficKnown: (boolean|null);

            /** VmReport nics. */
            nics: contraflow.v1.VmNic[];

            /** VmReport spec. */
            spec: (contraflow.v1.VmSpec|null);

            /** VmReport dirtyBytesPerSecond. */
            dirtyBytesPerSecond: (number|null);

            /** VmReport workingSetBytes. */
            workingSetBytes: (number|Long|null);

            /**
             * Creates a new VmReport instance using the specified properties.
             * @param [properties] Properties to set
             * @returns VmReport instance
             */
            static create(properties: contraflow.v1.VmReport.$Shape): contraflow.v1.VmReport & contraflow.v1.VmReport.$Shape;
            static create(properties?: contraflow.v1.VmReport.$Properties): contraflow.v1.VmReport;

            /**
             * Encodes the specified VmReport message. Does not implicitly {@link contraflow.v1.VmReport.verify|verify} messages.
             * @param message VmReport message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.VmReport.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VmReport message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.VmReport & contraflow.v1.VmReport.$Shape} VmReport
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.VmReport & contraflow.v1.VmReport.$Shape;

            /**
             * Creates a VmReport message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns VmReport
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.VmReport;

            /**
             * Creates a plain object from a VmReport message. Also converts values to other types if specified.
             * @param message VmReport
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.VmReport, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this VmReport to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace VmReport {

            /** Properties of a VmReport. */
            interface $Properties {

                /** VmReport vmId */
                vmId?: string;

                /** VmReport processId */
                processId?: (number|null);

                /** VmReport memoryBytes */
                memoryBytes?: (number|Long|null);

                /** VmReport usedMemoryBytes */
                usedMemoryBytes?: (number|Long|null);

                /** VmReport trafficKnown */
                trafficKnown?: (boolean|null);

                /** VmReport nics */
                nics?: contraflow.v1.VmNic.$Properties[];

                /** VmReport spec */
                spec?: (contraflow.v1.VmSpec.$Properties|null);

                /** VmReport dirtyBytesPerSecond */
                dirtyBytesPerSecond?: (number|null);

                /** VmReport workingSetBytes */
                workingSetBytes?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VmReport. */
            type $Shape = contraflow.v1.VmReport.$Properties;
        }

        /**
         * Properties of a VmNic.
         * @deprecated Use contraflow.v1.VmNic.$Properties instead.
         */
        interface IVmNic extends contraflow.v1.VmNic.$Properties {
        }

        /** Represents a VmNic. */
        class VmNic {

            /**
             * Constructs a new VmNic.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.VmNic.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VmNic macAddress. */
            macAddress: string;

            /** VmNic tap. */
            tap: string;

            /**
             * Creates a new VmNic instance using the specified properties.
             * @param [properties] Properties to set
             * @returns VmNic instance
             */
            static create(properties: contraflow.v1.VmNic.$Shape): contraflow.v1.VmNic & contraflow.v1.VmNic.$Shape;
            static create(properties?: contraflow.v1.VmNic.$Properties): contraflow.v1.VmNic;

            /**
             * Encodes the specified VmNic message. Does not implicitly {@link contraflow.v1.VmNic.verify|verify} messages.
             * @param message VmNic message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.VmNic.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VmNic message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.VmNic & contraflow.v1.VmNic.$Shape} VmNic
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.VmNic & contraflow.v1.VmNic.$Shape;

            /**
             * Creates a VmNic message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns VmNic
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.VmNic;

            /**
             * Creates a plain object from a VmNic message. Also converts values to other types if specified.
             * @param message VmNic
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.VmNic, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this VmNic to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace VmNic {

            /** Properties of a VmNic. */
            interface $Properties {

                /** VmNic macAddress */
                macAddress?: string;

                /** VmNic tap */
                tap?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VmNic. */
            type $Shape = contraflow.v1.VmNic.$Properties;
        }

        /**
         * Properties of a VmSpec.
         * @deprecated Use contraflow.v1.VmSpec.$Properties instead.
         */
        interface IVmSpec extends contraflow.v1.VmSpec.$Properties {
        }

        /** Represents a VmSpec. */
        class VmSpec {

            /**
             * Constructs a new VmSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.VmSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VmSpec vmId. */
            vmId: string;

            /** VmSpec memoryBytes. */
            memoryBytes: (number|Long|null);

            /** VmSpec cpus. */
            cpus: (number|null);

            /** VmSpec machineType. */
            machineType: string;

            /** VmSpec cpuModel. */
            cpuModel: string;

            /** VmSpec kernel. */
            kernel: (contraflow.v1.KernelSpec|null);

            /** VmSpec disks. */
            disks: contraflow.v1.DiskSpec[];

            /** VmSpec nics. */
            nics: contraflow.v1.NicSpec[];

            /** VmSpec postCopy. */
            postCopy: contraflow.v1.PostCopy;

            /** VmSpec description. */
            description: (string|null);

            /** VmSpec antiAffinityGroup. */
            antiAffinityGroup: (string|null);

            /** VmSpec migrateAfter. */
            migrateAfter: (string|null);

            /**
             * Creates a new VmSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns VmSpec instance
             */
            static create(properties: contraflow.v1.VmSpec.$Shape): contraflow.v1.VmSpec & contraflow.v1.VmSpec.$Shape;
            static create(properties?: contraflow.v1.VmSpec.$Properties): contraflow.v1.VmSpec;

            /**
             * Encodes the specified VmSpec message. Does not implicitly {@link contraflow.v1.VmSpec.verify|verify} messages.
             * @param message VmSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.VmSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VmSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.VmSpec & contraflow.v1.VmSpec.$Shape} VmSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.VmSpec & contraflow.v1.VmSpec.$Shape;

            /**
             * Creates a VmSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns VmSpec
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.VmSpec;

            /**
             * Creates a plain object from a VmSpec message. Also converts values to other types if specified.
             * @param message VmSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.VmSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this VmSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace VmSpec {

            /** Properties of a VmSpec. */
            interface $Properties {

                /** VmSpec vmId */
                vmId?: string;

                /** VmSpec memoryBytes */
                memoryBytes?: (number|Long|null);

                /** VmSpec cpus */
                cpus?: (number|null);

                /** VmSpec machineType */
                machineType?: string;

                /** VmSpec cpuModel */
                cpuModel?: string;

                /** VmSpec kernel */
                kernel?: (contraflow.v1.KernelSpec.$Properties|null);

                /** VmSpec disks */
                disks?: contraflow.v1.DiskSpec.$Properties[];

                /** VmSpec nics */
                nics?: contraflow.v1.NicSpec.$Properties[];

                /** VmSpec postCopy */
                postCopy?: contraflow.v1.PostCopy;

                /** VmSpec description */
                description?: (string|null);

                /** VmSpec antiAffinityGroup */
                antiAffinityGroup?: (string|null);

                /** VmSpec migrateAfter */
                migrateAfter?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VmSpec. */
            type $Shape = contraflow.v1.VmSpec.$Properties;
        }

        /**
         * Properties of a KernelSpec.
         * @deprecated Use contraflow.v1.KernelSpec.$Properties instead.
         */
        interface IKernelSpec extends contraflow.v1.KernelSpec.$Properties {
        }

        /** Represents a KernelSpec. */
        class KernelSpec {

            /**
             * Constructs a new KernelSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.KernelSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** KernelSpec kernelPath. */
            kernelPath: string;

            /** KernelSpec initrdPath. */
            initrdPath: (string|null);

            /** KernelSpec commandLine. */
            commandLine: (string|null);

            /**
             * Creates a new KernelSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns KernelSpec instance
             */
            static create(properties: contraflow.v1.KernelSpec.$Shape): contraflow.v1.KernelSpec & contraflow.v1.KernelSpec.$Shape;
            static create(properties?: contraflow.v1.KernelSpec.$Properties): contraflow.v1.KernelSpec;

            /**
             * Encodes the specified KernelSpec message. Does not implicitly {@link contraflow.v1.KernelSpec.verify|verify} messages.
             * @param message KernelSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.KernelSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a KernelSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.KernelSpec & contraflow.v1.KernelSpec.$Shape} KernelSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.KernelSpec & contraflow.v1.KernelSpec.$Shape;

            /**
             * Creates a KernelSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns KernelSpec
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.KernelSpec;

            /**
             * Creates a plain object from a KernelSpec message. Also converts values to other types if specified.
             * @param message KernelSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.KernelSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this KernelSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace KernelSpec {

            /** Properties of a KernelSpec. */
            interface $Properties {

                /** KernelSpec kernelPath */
                kernelPath?: string;

                /** KernelSpec initrdPath */
                initrdPath?: (string|null);

                /** KernelSpec commandLine */
                commandLine?: (string|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a KernelSpec. */
            type $Shape = contraflow.v1.KernelSpec.$Properties;
        }

        /**
         * Properties of a DiskSpec.
         * @deprecated Use contraflow.v1.DiskSpec.$Properties instead.
         */
        interface IDiskSpec extends contraflow.v1.DiskSpec.$Properties {
        }

        /** Represents a DiskSpec. */
        class DiskSpec {

            /**
             * Constructs a new DiskSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.DiskSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** DiskSpec path. */
            path: string;

            /** DiskSpec format. */
            format: string;

            /** DiskSpec readOnly. */
            readOnly: (boolean|null);

            /**
             * Creates a new DiskSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns DiskSpec instance
             */
            static create(properties: contraflow.v1.DiskSpec.$Shape): contraflow.v1.DiskSpec & contraflow.v1.DiskSpec.$Shape;
            static create(properties?: contraflow.v1.DiskSpec.$Properties): contraflow.v1.DiskSpec;

            /**
             * Encodes the specified DiskSpec message. Does not implicitly {@link contraflow.v1.DiskSpec.verify|verify} messages.
             * @param message DiskSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.DiskSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a DiskSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.DiskSpec & contraflow.v1.DiskSpec.$Shape} DiskSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.DiskSpec & contraflow.v1.DiskSpec.$Shape;

            /**
             * Creates a DiskSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns DiskSpec
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.DiskSpec;

            /**
             * Creates a plain object from a DiskSpec message. Also converts values to other types if specified.
             * @param message DiskSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.DiskSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this DiskSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace DiskSpec {

            /** Properties of a DiskSpec. */
            interface $Properties {

                /** DiskSpec path */
                path?: string;

                /** DiskSpec format */
                format?: string;

                /** DiskSpec readOnly */
                readOnly?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a DiskSpec. */
            type $Shape = contraflow.v1.DiskSpec.$Properties;
        }

        /**
         * Properties of a NicSpec.
         * @deprecated Use contraflow.v1.NicSpec.$Properties instead.
         */
        interface INicSpec extends contraflow.v1.NicSpec.$Properties {
        }

        /** Represents a NicSpec. */
        class NicSpec {

            /**
             * Constructs a new NicSpec.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.NicSpec.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** NicSpec macAddress. */
            macAddress: string;

            /** NicSpec bridge. */
            bridge: string;

            /** NicSpec model. */
            model: string;

            /**
             * Creates a new NicSpec instance using the specified properties.
             * @param [properties] Properties to set
             * @returns NicSpec instance
             */
            static create(properties: contraflow.v1.NicSpec.$Shape): contraflow.v1.NicSpec & contraflow.v1.NicSpec.$Shape;
            static create(properties?: contraflow.v1.NicSpec.$Properties): contraflow.v1.NicSpec;

            /**
             * Encodes the specified NicSpec message. Does not implicitly {@link contraflow.v1.NicSpec.verify|verify} messages.
             * @param message NicSpec message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.NicSpec.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a NicSpec message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.NicSpec & contraflow.v1.NicSpec.$Shape} NicSpec
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.NicSpec & contraflow.v1.NicSpec.$Shape;

            /**
             * Creates a NicSpec message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns NicSpec
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.NicSpec;

            /**
             * Creates a plain object from a NicSpec message. Also converts values to other types if specified.
             * @param message NicSpec
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.NicSpec, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this NicSpec to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace NicSpec {

            /** Properties of a NicSpec. */
            interface $Properties {

                /** NicSpec macAddress */
                macAddress?: string;

                /** NicSpec bridge */
                bridge?: string;

                /** NicSpec model */
                model?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a NicSpec. */
            type $Shape = contraflow.v1.NicSpec.$Properties;
        }

        /**
         * Properties of a MigrationRef.
         * @deprecated Use contraflow.v1.MigrationRef.$Properties instead.
         */
        interface IMigrationRef extends contraflow.v1.MigrationRef.$Properties {
        }

        /** Represents a MigrationRef. */
        class MigrationRef {

            /**
             * Constructs a new MigrationRef.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.MigrationRef.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MigrationRef migrationId. */
            migrationId: string;

            /** MigrationRef evacuationId. */
            evacuationId: string;

            /** MigrationRef vmId. */
            vmId: string;

            /** MigrationRef sourceHostId. */
            sourceHostId: string;

            /** MigrationRef destinationHostId. */
            destinationHostId: string;

            /**
             * Creates a new MigrationRef instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MigrationRef instance
             */
            static create(properties: contraflow.v1.MigrationRef.$Shape): contraflow.v1.MigrationRef & contraflow.v1.MigrationRef.$Shape;
            static create(properties?: contraflow.v1.MigrationRef.$Properties): contraflow.v1.MigrationRef;

            /**
             * Encodes the specified MigrationRef message. Does not implicitly {@link contraflow.v1.MigrationRef.verify|verify} messages.
             * @param message MigrationRef message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.MigrationRef.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MigrationRef message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationRef & contraflow.v1.MigrationRef.$Shape} MigrationRef
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.MigrationRef & contraflow.v1.MigrationRef.$Shape;

            /**
             * Creates a MigrationRef message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MigrationRef
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.MigrationRef;

            /**
             * Creates a plain object from a MigrationRef message. Also converts values to other types if specified.
             * @param message MigrationRef
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.MigrationRef, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MigrationRef to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace MigrationRef {

            /** Properties of a MigrationRef. */
            interface $Properties {

                /** MigrationRef migrationId */
                migrationId?: string;

                /** MigrationRef evacuationId */
                evacuationId?: string;

                /** MigrationRef vmId */
                vmId?: string;

                /** MigrationRef sourceHostId */
                sourceHostId?: string;

                /** MigrationRef destinationHostId */
                destinationHostId?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MigrationRef. */
            type $Shape = contraflow.v1.MigrationRef.$Properties;
        }

        /**
         * Properties of a MigrationDecided.
         * @deprecated Use contraflow.v1.MigrationDecided.$Properties instead.
         */
        interface IMigrationDecided extends contraflow.v1.MigrationDecided.$Properties {
        }

        /** Represents a MigrationDecided. */
        class MigrationDecided {

            /**
             * Constructs a new MigrationDecided.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.MigrationDecided.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MigrationDecided migration. */
            migration: contraflow.v1.MigrationRef;

            /** MigrationDecided technique. */
            technique: contraflow.v1.Technique;

            /** MigrationDecided paceBytesPerSecond. */
            paceBytesPerSecond: (number|null);

            /** MigrationDecided reason. */
            reason: string;

            /** MigrationDecided eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new MigrationDecided instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MigrationDecided instance
             */
            static create(properties: contraflow.v1.MigrationDecided.$Shape): contraflow.v1.MigrationDecided & contraflow.v1.MigrationDecided.$Shape;
            static create(properties?: contraflow.v1.MigrationDecided.$Properties): contraflow.v1.MigrationDecided;

            /**
             * Encodes the specified MigrationDecided message. Does not implicitly {@link contraflow.v1.MigrationDecided.verify|verify} messages.
             * @param message MigrationDecided message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.MigrationDecided.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MigrationDecided message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationDecided & contraflow.v1.MigrationDecided.$Shape} MigrationDecided
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.MigrationDecided & contraflow.v1.MigrationDecided.$Shape;

            /**
             * Creates a MigrationDecided message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MigrationDecided
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.MigrationDecided;

            /**
             * Creates a plain object from a MigrationDecided message. Also converts values to other types if specified.
             * @param message MigrationDecided
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.MigrationDecided, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MigrationDecided to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace MigrationDecided {

            /** Properties of a MigrationDecided. */
            interface $Properties {

                /** MigrationDecided migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** MigrationDecided technique */
                technique?: contraflow.v1.Technique;

                /** MigrationDecided paceBytesPerSecond */
                paceBytesPerSecond?: (number|null);

                /** MigrationDecided reason */
                reason?: string;

                /** MigrationDecided eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MigrationDecided. */
            type $Shape = contraflow.v1.MigrationDecided.$Properties;
        }

        /**
         * Properties of a PrepareIncoming.
         * @deprecated Use contraflow.v1.PrepareIncoming.$Properties instead.
         */
        interface IPrepareIncoming extends contraflow.v1.PrepareIncoming.$Properties {
        }

        /** Represents a PrepareIncoming. */
        class PrepareIncoming {

            /**
             * Constructs a new PrepareIncoming.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.PrepareIncoming.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PrepareIncoming migration. */
            migration: contraflow.v1.MigrationRef;

            /** PrepareIncoming technique. */
            technique: contraflow.v1.Technique;

            /** PrepareIncoming spec. */
            spec: contraflow.v1.VmSpec;

            /**
             * Creates a new PrepareIncoming instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PrepareIncoming instance
             */
            static create(properties: contraflow.v1.PrepareIncoming.$Shape): contraflow.v1.PrepareIncoming & contraflow.v1.PrepareIncoming.$Shape;
            static create(properties?: contraflow.v1.PrepareIncoming.$Properties): contraflow.v1.PrepareIncoming;

            /**
             * Encodes the specified PrepareIncoming message. Does not implicitly {@link contraflow.v1.PrepareIncoming.verify|verify} messages.
             * @param message PrepareIncoming message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.PrepareIncoming.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PrepareIncoming message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.PrepareIncoming & contraflow.v1.PrepareIncoming.$Shape} PrepareIncoming
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.PrepareIncoming & contraflow.v1.PrepareIncoming.$Shape;

            /**
             * Creates a PrepareIncoming message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PrepareIncoming
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.PrepareIncoming;

            /**
             * Creates a plain object from a PrepareIncoming message. Also converts values to other types if specified.
             * @param message PrepareIncoming
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.PrepareIncoming, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PrepareIncoming to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PrepareIncoming {

            /** Properties of a PrepareIncoming. */
            interface $Properties {

                /** PrepareIncoming migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** PrepareIncoming technique */
                technique?: contraflow.v1.Technique;

                /** PrepareIncoming spec */
                spec?: contraflow.v1.VmSpec.$Properties;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PrepareIncoming. */
            type $Shape = contraflow.v1.PrepareIncoming.$Properties;
        }

        /**
         * Properties of an IncomingReady.
         * @deprecated Use contraflow.v1.IncomingReady.$Properties instead.
         */
        interface IIncomingReady extends contraflow.v1.IncomingReady.$Properties {
        }

        /** Represents an IncomingReady. */
        class IncomingReady {

            /**
             * Constructs a new IncomingReady.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.IncomingReady.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** IncomingReady migration. */
            migration: contraflow.v1.MigrationRef;

            /** IncomingReady address. */
            address: string;

            /** IncomingReady port. */
            port: (number|null);

            /** IncomingReady eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new IncomingReady instance using the specified properties.
             * @param [properties] Properties to set
             * @returns IncomingReady instance
             */
            static create(properties: contraflow.v1.IncomingReady.$Shape): contraflow.v1.IncomingReady & contraflow.v1.IncomingReady.$Shape;
            static create(properties?: contraflow.v1.IncomingReady.$Properties): contraflow.v1.IncomingReady;

            /**
             * Encodes the specified IncomingReady message. Does not implicitly {@link contraflow.v1.IncomingReady.verify|verify} messages.
             * @param message IncomingReady message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.IncomingReady.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an IncomingReady message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.IncomingReady & contraflow.v1.IncomingReady.$Shape} IncomingReady
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.IncomingReady & contraflow.v1.IncomingReady.$Shape;

            /**
             * Creates an IncomingReady message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns IncomingReady
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.IncomingReady;

            /**
             * Creates a plain object from an IncomingReady message. Also converts values to other types if specified.
             * @param message IncomingReady
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.IncomingReady, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this IncomingReady to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace IncomingReady {

            /** Properties of an IncomingReady. */
            interface $Properties {

                /** IncomingReady migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** IncomingReady address */
                address?: string;

                /** IncomingReady port */
                port?: (number|null);

                /** IncomingReady eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an IncomingReady. */
            type $Shape = contraflow.v1.IncomingReady.$Properties;
        }

        /**
         * Properties of a StartMigration.
         * @deprecated Use contraflow.v1.StartMigration.$Properties instead.
         */
        interface IStartMigration extends contraflow.v1.StartMigration.$Properties {
        }

        /** Represents a StartMigration. */
        class StartMigration {

            /**
             * Constructs a new StartMigration.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.StartMigration.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** StartMigration migration. */
            migration: contraflow.v1.MigrationRef;

            /** StartMigration technique. */
            technique: contraflow.v1.Technique;

            /** StartMigration address. */
            address: string;

            /** StartMigration port. */
            port: (number|null);

            /** StartMigration paceBytesPerSecond. */
            paceBytesPerSecond: (number|null);

            /** StartMigration expectedOutboundBytesPerSecond. */
            expectedOutboundBytesPerSecond: (number|null);

            /** StartMigration expectedInboundBytesPerSecond. */
            expectedInboundBytesPerSecond: (number|null);

            /**
             * Creates a new StartMigration instance using the specified properties.
             * @param [properties] Properties to set
             * @returns StartMigration instance
             */
            static create(properties: contraflow.v1.StartMigration.$Shape): contraflow.v1.StartMigration & contraflow.v1.StartMigration.$Shape;
            static create(properties?: contraflow.v1.StartMigration.$Properties): contraflow.v1.StartMigration;

            /**
             * Encodes the specified StartMigration message. Does not implicitly {@link contraflow.v1.StartMigration.verify|verify} messages.
             * @param message StartMigration message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.StartMigration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a StartMigration message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.StartMigration & contraflow.v1.StartMigration.$Shape} StartMigration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.StartMigration & contraflow.v1.StartMigration.$Shape;

            /**
             * Creates a StartMigration message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns StartMigration
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.StartMigration;

            /**
             * Creates a plain object from a StartMigration message. Also converts values to other types if specified.
             * @param message StartMigration
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.StartMigration, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this StartMigration to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace StartMigration {

            /** Properties of a StartMigration. */
            interface $Properties {

                /** StartMigration migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** StartMigration technique */
                technique?: contraflow.v1.Technique;

                /** StartMigration address */
                address?: string;

                /** StartMigration port */
                port?: (number|null);

                /** StartMigration paceBytesPerSecond */
                paceBytesPerSecond?: (number|null);

                /** StartMigration expectedOutboundBytesPerSecond */
                expectedOutboundBytesPerSecond?: (number|null);

                /** StartMigration expectedInboundBytesPerSecond */
                expectedInboundBytesPerSecond?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a StartMigration. */
            type $Shape = contraflow.v1.StartMigration.$Properties;
        }

        /**
         * Properties of a SetPace.
         * @deprecated Use contraflow.v1.SetPace.$Properties instead.
         */
        interface ISetPace extends contraflow.v1.SetPace.$Properties {
        }

        /** Represents a SetPace. */
        class SetPace {

            /**
             * Constructs a new SetPace.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.SetPace.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** SetPace migration. */
            migration: contraflow.v1.MigrationRef;

            /** SetPace paceBytesPerSecond. */
            paceBytesPerSecond: (number|null);

            /** SetPace revision. */
            revision: (number|null);

            /**
             * Creates a new SetPace instance using the specified properties.
             * @param [properties] Properties to set
             * @returns SetPace instance
             */
            static create(properties: contraflow.v1.SetPace.$Shape): contraflow.v1.SetPace & contraflow.v1.SetPace.$Shape;
            static create(properties?: contraflow.v1.SetPace.$Properties): contraflow.v1.SetPace;

            /**
             * Encodes the specified SetPace message. Does not implicitly {@link contraflow.v1.SetPace.verify|verify} messages.
             * @param message SetPace message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.SetPace.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a SetPace message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.SetPace & contraflow.v1.SetPace.$Shape} SetPace
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.SetPace & contraflow.v1.SetPace.$Shape;

            /**
             * Creates a SetPace message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns SetPace
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.SetPace;

            /**
             * Creates a plain object from a SetPace message. Also converts values to other types if specified.
             * @param message SetPace
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.SetPace, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this SetPace to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace SetPace {

            /** Properties of a SetPace. */
            interface $Properties {

                /** SetPace migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** SetPace paceBytesPerSecond */
                paceBytesPerSecond?: (number|null);

                /** SetPace revision */
                revision?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a SetPace. */
            type $Shape = contraflow.v1.SetPace.$Properties;
        }

        /**
         * Properties of an EscalateMigration.
         * @deprecated Use contraflow.v1.EscalateMigration.$Properties instead.
         */
        interface IEscalateMigration extends contraflow.v1.EscalateMigration.$Properties {
        }

        /** Represents an EscalateMigration. */
        class EscalateMigration {

            /**
             * Constructs a new EscalateMigration.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.EscalateMigration.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** EscalateMigration migration. */
            migration: contraflow.v1.MigrationRef;

            /** EscalateMigration reason. */
            reason: string;

            /**
             * Creates a new EscalateMigration instance using the specified properties.
             * @param [properties] Properties to set
             * @returns EscalateMigration instance
             */
            static create(properties: contraflow.v1.EscalateMigration.$Shape): contraflow.v1.EscalateMigration & contraflow.v1.EscalateMigration.$Shape;
            static create(properties?: contraflow.v1.EscalateMigration.$Properties): contraflow.v1.EscalateMigration;

            /**
             * Encodes the specified EscalateMigration message. Does not implicitly {@link contraflow.v1.EscalateMigration.verify|verify} messages.
             * @param message EscalateMigration message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.EscalateMigration.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an EscalateMigration message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.EscalateMigration & contraflow.v1.EscalateMigration.$Shape} EscalateMigration
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.EscalateMigration & contraflow.v1.EscalateMigration.$Shape;

            /**
             * Creates an EscalateMigration message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns EscalateMigration
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.EscalateMigration;

            /**
             * Creates a plain object from an EscalateMigration message. Also converts values to other types if specified.
             * @param message EscalateMigration
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.EscalateMigration, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this EscalateMigration to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace EscalateMigration {

            /** Properties of an EscalateMigration. */
            interface $Properties {

                /** EscalateMigration migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** EscalateMigration reason */
                reason?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an EscalateMigration. */
            type $Shape = contraflow.v1.EscalateMigration.$Properties;
        }

        /**
         * Properties of a MigrationStarted.
         * @deprecated Use contraflow.v1.MigrationStarted.$Properties instead.
         */
        interface IMigrationStarted extends contraflow.v1.MigrationStarted.$Properties {
        }

        /** Represents a MigrationStarted. */
        class MigrationStarted {

            /**
             * Constructs a new MigrationStarted.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.MigrationStarted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MigrationStarted migration. */
            migration: contraflow.v1.MigrationRef;

            /** MigrationStarted technique. */
            technique: contraflow.v1.Technique;

            /** MigrationStarted eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new MigrationStarted instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MigrationStarted instance
             */
            static create(properties: contraflow.v1.MigrationStarted.$Shape): contraflow.v1.MigrationStarted & contraflow.v1.MigrationStarted.$Shape;
            static create(properties?: contraflow.v1.MigrationStarted.$Properties): contraflow.v1.MigrationStarted;

            /**
             * Encodes the specified MigrationStarted message. Does not implicitly {@link contraflow.v1.MigrationStarted.verify|verify} messages.
             * @param message MigrationStarted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.MigrationStarted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MigrationStarted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationStarted & contraflow.v1.MigrationStarted.$Shape} MigrationStarted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.MigrationStarted & contraflow.v1.MigrationStarted.$Shape;

            /**
             * Creates a MigrationStarted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MigrationStarted
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.MigrationStarted;

            /**
             * Creates a plain object from a MigrationStarted message. Also converts values to other types if specified.
             * @param message MigrationStarted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.MigrationStarted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MigrationStarted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace MigrationStarted {

            /** Properties of a MigrationStarted. */
            interface $Properties {

                /** MigrationStarted migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** MigrationStarted technique */
                technique?: contraflow.v1.Technique;

                /** MigrationStarted eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MigrationStarted. */
            type $Shape = contraflow.v1.MigrationStarted.$Properties;
        }

        /**
         * Properties of a MigrationSwitched.
         * @deprecated Use contraflow.v1.MigrationSwitched.$Properties instead.
         */
        interface IMigrationSwitched extends contraflow.v1.MigrationSwitched.$Properties {
        }

        /** Represents a MigrationSwitched. */
        class MigrationSwitched {

            /**
             * Constructs a new MigrationSwitched.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.MigrationSwitched.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MigrationSwitched migration. */
            migration: contraflow.v1.MigrationRef;

            /** MigrationSwitched eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new MigrationSwitched instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MigrationSwitched instance
             */
            static create(properties: contraflow.v1.MigrationSwitched.$Shape): contraflow.v1.MigrationSwitched & contraflow.v1.MigrationSwitched.$Shape;
            static create(properties?: contraflow.v1.MigrationSwitched.$Properties): contraflow.v1.MigrationSwitched;

            /**
             * Encodes the specified MigrationSwitched message. Does not implicitly {@link contraflow.v1.MigrationSwitched.verify|verify} messages.
             * @param message MigrationSwitched message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.MigrationSwitched.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MigrationSwitched message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationSwitched & contraflow.v1.MigrationSwitched.$Shape} MigrationSwitched
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.MigrationSwitched & contraflow.v1.MigrationSwitched.$Shape;

            /**
             * Creates a MigrationSwitched message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MigrationSwitched
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.MigrationSwitched;

            /**
             * Creates a plain object from a MigrationSwitched message. Also converts values to other types if specified.
             * @param message MigrationSwitched
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.MigrationSwitched, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MigrationSwitched to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace MigrationSwitched {

            /** Properties of a MigrationSwitched. */
            interface $Properties {

                /** MigrationSwitched migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** MigrationSwitched eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MigrationSwitched. */
            type $Shape = contraflow.v1.MigrationSwitched.$Properties;
        }

        /**
         * Properties of a MigrationSettled.
         * @deprecated Use contraflow.v1.MigrationSettled.$Properties instead.
         */
        interface IMigrationSettled extends contraflow.v1.MigrationSettled.$Properties {
        }

        /** Represents a MigrationSettled. */
        class MigrationSettled {

            /**
             * Constructs a new MigrationSettled.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.MigrationSettled.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MigrationSettled migration. */
            migration: contraflow.v1.MigrationRef;

            /** MigrationSettled eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /** MigrationSettled observed. */
            observed: (boolean|null);

            /**
             * Creates a new MigrationSettled instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MigrationSettled instance
             */
            static create(properties: contraflow.v1.MigrationSettled.$Shape): contraflow.v1.MigrationSettled & contraflow.v1.MigrationSettled.$Shape;
            static create(properties?: contraflow.v1.MigrationSettled.$Properties): contraflow.v1.MigrationSettled;

            /**
             * Encodes the specified MigrationSettled message. Does not implicitly {@link contraflow.v1.MigrationSettled.verify|verify} messages.
             * @param message MigrationSettled message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.MigrationSettled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MigrationSettled message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationSettled & contraflow.v1.MigrationSettled.$Shape} MigrationSettled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.MigrationSettled & contraflow.v1.MigrationSettled.$Shape;

            /**
             * Creates a MigrationSettled message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MigrationSettled
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.MigrationSettled;

            /**
             * Creates a plain object from a MigrationSettled message. Also converts values to other types if specified.
             * @param message MigrationSettled
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.MigrationSettled, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MigrationSettled to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace MigrationSettled {

            /** Properties of a MigrationSettled. */
            interface $Properties {

                /** MigrationSettled migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** MigrationSettled eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** MigrationSettled observed */
                observed?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MigrationSettled. */
            type $Shape = contraflow.v1.MigrationSettled.$Properties;
        }

        /**
         * Properties of a MigrationPaused.
         * @deprecated Use contraflow.v1.MigrationPaused.$Properties instead.
         */
        interface IMigrationPaused extends contraflow.v1.MigrationPaused.$Properties {
        }

        /** Represents a MigrationPaused. */
        class MigrationPaused {

            /**
             * Constructs a new MigrationPaused.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.MigrationPaused.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MigrationPaused migration. */
            migration: contraflow.v1.MigrationRef;

            /** MigrationPaused reason. */
            reason: string;

            /** MigrationPaused eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new MigrationPaused instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MigrationPaused instance
             */
            static create(properties: contraflow.v1.MigrationPaused.$Shape): contraflow.v1.MigrationPaused & contraflow.v1.MigrationPaused.$Shape;
            static create(properties?: contraflow.v1.MigrationPaused.$Properties): contraflow.v1.MigrationPaused;

            /**
             * Encodes the specified MigrationPaused message. Does not implicitly {@link contraflow.v1.MigrationPaused.verify|verify} messages.
             * @param message MigrationPaused message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.MigrationPaused.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MigrationPaused message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationPaused & contraflow.v1.MigrationPaused.$Shape} MigrationPaused
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.MigrationPaused & contraflow.v1.MigrationPaused.$Shape;

            /**
             * Creates a MigrationPaused message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MigrationPaused
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.MigrationPaused;

            /**
             * Creates a plain object from a MigrationPaused message. Also converts values to other types if specified.
             * @param message MigrationPaused
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.MigrationPaused, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MigrationPaused to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace MigrationPaused {

            /** Properties of a MigrationPaused. */
            interface $Properties {

                /** MigrationPaused migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** MigrationPaused reason */
                reason?: string;

                /** MigrationPaused eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MigrationPaused. */
            type $Shape = contraflow.v1.MigrationPaused.$Properties;
        }

        /**
         * Properties of a MigrationNotEscalated.
         * @deprecated Use contraflow.v1.MigrationNotEscalated.$Properties instead.
         */
        interface IMigrationNotEscalated extends contraflow.v1.MigrationNotEscalated.$Properties {
        }

        /** Represents a MigrationNotEscalated. */
        class MigrationNotEscalated {

            /**
             * Constructs a new MigrationNotEscalated.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.MigrationNotEscalated.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MigrationNotEscalated migration. */
            migration: contraflow.v1.MigrationRef;

            /** MigrationNotEscalated reason. */
            reason: string;

            /** MigrationNotEscalated eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new MigrationNotEscalated instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MigrationNotEscalated instance
             */
            static create(properties: contraflow.v1.MigrationNotEscalated.$Shape): contraflow.v1.MigrationNotEscalated & contraflow.v1.MigrationNotEscalated.$Shape;
            static create(properties?: contraflow.v1.MigrationNotEscalated.$Properties): contraflow.v1.MigrationNotEscalated;

            /**
             * Encodes the specified MigrationNotEscalated message. Does not implicitly {@link contraflow.v1.MigrationNotEscalated.verify|verify} messages.
             * @param message MigrationNotEscalated message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.MigrationNotEscalated.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MigrationNotEscalated message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationNotEscalated & contraflow.v1.MigrationNotEscalated.$Shape} MigrationNotEscalated
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.MigrationNotEscalated & contraflow.v1.MigrationNotEscalated.$Shape;

            /**
             * Creates a MigrationNotEscalated message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MigrationNotEscalated
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.MigrationNotEscalated;

            /**
             * Creates a plain object from a MigrationNotEscalated message. Also converts values to other types if specified.
             * @param message MigrationNotEscalated
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.MigrationNotEscalated, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MigrationNotEscalated to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace MigrationNotEscalated {

            /** Properties of a MigrationNotEscalated. */
            interface $Properties {

                /** MigrationNotEscalated migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** MigrationNotEscalated reason */
                reason?: string;

                /** MigrationNotEscalated eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MigrationNotEscalated. */
            type $Shape = contraflow.v1.MigrationNotEscalated.$Properties;
        }

        /**
         * Properties of a MigrationRecovered.
         * @deprecated Use contraflow.v1.MigrationRecovered.$Properties instead.
         */
        interface IMigrationRecovered extends contraflow.v1.MigrationRecovered.$Properties {
        }

        /** Represents a MigrationRecovered. */
        class MigrationRecovered {

            /**
             * Constructs a new MigrationRecovered.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.MigrationRecovered.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MigrationRecovered migration. */
            migration: contraflow.v1.MigrationRef;

            /** MigrationRecovered lostSeconds. */
            lostSeconds: (number|null);

            /** MigrationRecovered eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new MigrationRecovered instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MigrationRecovered instance
             */
            static create(properties: contraflow.v1.MigrationRecovered.$Shape): contraflow.v1.MigrationRecovered & contraflow.v1.MigrationRecovered.$Shape;
            static create(properties?: contraflow.v1.MigrationRecovered.$Properties): contraflow.v1.MigrationRecovered;

            /**
             * Encodes the specified MigrationRecovered message. Does not implicitly {@link contraflow.v1.MigrationRecovered.verify|verify} messages.
             * @param message MigrationRecovered message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.MigrationRecovered.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MigrationRecovered message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationRecovered & contraflow.v1.MigrationRecovered.$Shape} MigrationRecovered
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.MigrationRecovered & contraflow.v1.MigrationRecovered.$Shape;

            /**
             * Creates a MigrationRecovered message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MigrationRecovered
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.MigrationRecovered;

            /**
             * Creates a plain object from a MigrationRecovered message. Also converts values to other types if specified.
             * @param message MigrationRecovered
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.MigrationRecovered, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MigrationRecovered to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace MigrationRecovered {

            /** Properties of a MigrationRecovered. */
            interface $Properties {

                /** MigrationRecovered migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** MigrationRecovered lostSeconds */
                lostSeconds?: (number|null);

                /** MigrationRecovered eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MigrationRecovered. */
            type $Shape = contraflow.v1.MigrationRecovered.$Properties;
        }

        /**
         * Properties of a MigrationResumed.
         * @deprecated Use contraflow.v1.MigrationResumed.$Properties instead.
         */
        interface IMigrationResumed extends contraflow.v1.MigrationResumed.$Properties {
        }

        /** Represents a MigrationResumed. */
        class MigrationResumed {

            /**
             * Constructs a new MigrationResumed.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.MigrationResumed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MigrationResumed migration. */
            migration: contraflow.v1.MigrationRef;

            /** MigrationResumed eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new MigrationResumed instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MigrationResumed instance
             */
            static create(properties: contraflow.v1.MigrationResumed.$Shape): contraflow.v1.MigrationResumed & contraflow.v1.MigrationResumed.$Shape;
            static create(properties?: contraflow.v1.MigrationResumed.$Properties): contraflow.v1.MigrationResumed;

            /**
             * Encodes the specified MigrationResumed message. Does not implicitly {@link contraflow.v1.MigrationResumed.verify|verify} messages.
             * @param message MigrationResumed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.MigrationResumed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MigrationResumed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationResumed & contraflow.v1.MigrationResumed.$Shape} MigrationResumed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.MigrationResumed & contraflow.v1.MigrationResumed.$Shape;

            /**
             * Creates a MigrationResumed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MigrationResumed
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.MigrationResumed;

            /**
             * Creates a plain object from a MigrationResumed message. Also converts values to other types if specified.
             * @param message MigrationResumed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.MigrationResumed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MigrationResumed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace MigrationResumed {

            /** Properties of a MigrationResumed. */
            interface $Properties {

                /** MigrationResumed migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** MigrationResumed eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MigrationResumed. */
            type $Shape = contraflow.v1.MigrationResumed.$Properties;
        }

        /**
         * Properties of a MigrationCompleted.
         * @deprecated Use contraflow.v1.MigrationCompleted.$Properties instead.
         */
        interface IMigrationCompleted extends contraflow.v1.MigrationCompleted.$Properties {
        }

        /** Represents a MigrationCompleted. */
        class MigrationCompleted {

            /**
             * Constructs a new MigrationCompleted.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.MigrationCompleted.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MigrationCompleted migration. */
            migration: contraflow.v1.MigrationRef;

            /** MigrationCompleted technique. */
            technique: contraflow.v1.Technique;

            /** MigrationCompleted eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /** MigrationCompleted totalSeconds. */
            totalSeconds: (number|null);

            /** MigrationCompleted downtimeSeconds. */
            downtimeSeconds: (number|null);

            /** MigrationCompleted transferredBytes. */
            transferredBytes: (number|Long|null);

            /** MigrationCompleted postCopyRequests. */
            postCopyRequests: (number|Long|null);

            /** MigrationCompleted pageBytes. */
            pageBytes: (number|Long|null);

            /** MigrationCompleted stallSeconds. */
            stallSeconds: (number|null);

            /** MigrationCompleted endingSeconds. */
            endingSeconds: (number|null);

            /**
             * Creates a new MigrationCompleted instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MigrationCompleted instance
             */
            static create(properties: contraflow.v1.MigrationCompleted.$Shape): contraflow.v1.MigrationCompleted & contraflow.v1.MigrationCompleted.$Shape;
            static create(properties?: contraflow.v1.MigrationCompleted.$Properties): contraflow.v1.MigrationCompleted;

            /**
             * Encodes the specified MigrationCompleted message. Does not implicitly {@link contraflow.v1.MigrationCompleted.verify|verify} messages.
             * @param message MigrationCompleted message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.MigrationCompleted.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MigrationCompleted message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationCompleted & contraflow.v1.MigrationCompleted.$Shape} MigrationCompleted
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.MigrationCompleted & contraflow.v1.MigrationCompleted.$Shape;

            /**
             * Creates a MigrationCompleted message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MigrationCompleted
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.MigrationCompleted;

            /**
             * Creates a plain object from a MigrationCompleted message. Also converts values to other types if specified.
             * @param message MigrationCompleted
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.MigrationCompleted, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MigrationCompleted to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace MigrationCompleted {

            /** Properties of a MigrationCompleted. */
            interface $Properties {

                /** MigrationCompleted migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** MigrationCompleted technique */
                technique?: contraflow.v1.Technique;

                /** MigrationCompleted eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** MigrationCompleted totalSeconds */
                totalSeconds?: (number|null);

                /** MigrationCompleted downtimeSeconds */
                downtimeSeconds?: (number|null);

                /** MigrationCompleted transferredBytes */
                transferredBytes?: (number|Long|null);

                /** MigrationCompleted postCopyRequests */
                postCopyRequests?: (number|Long|null);

                /** MigrationCompleted pageBytes */
                pageBytes?: (number|Long|null);

                /** MigrationCompleted stallSeconds */
                stallSeconds?: (number|null);

                /** MigrationCompleted endingSeconds */
                endingSeconds?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MigrationCompleted. */
            type $Shape = contraflow.v1.MigrationCompleted.$Properties;
        }

        /**
         * Properties of a MigrationFailed.
         * @deprecated Use contraflow.v1.MigrationFailed.$Properties instead.
         */
        interface IMigrationFailed extends contraflow.v1.MigrationFailed.$Properties {
        }

        /** Represents a MigrationFailed. */
        class MigrationFailed {

            /**
             * Constructs a new MigrationFailed.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.MigrationFailed.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MigrationFailed migration. */
            migration: contraflow.v1.MigrationRef;

            /** MigrationFailed reason. */
            reason: string;

            /** MigrationFailed vmLocation. */
            vmLocation: contraflow.v1.MigrationFailed.VmLocation;

            /** MigrationFailed eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /** MigrationFailed postCopyRefused. */
            postCopyRefused: (boolean|null);

            /**
             * Creates a new MigrationFailed instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MigrationFailed instance
             */
            static create(properties: contraflow.v1.MigrationFailed.$Shape): contraflow.v1.MigrationFailed & contraflow.v1.MigrationFailed.$Shape;
            static create(properties?: contraflow.v1.MigrationFailed.$Properties): contraflow.v1.MigrationFailed;

            /**
             * Encodes the specified MigrationFailed message. Does not implicitly {@link contraflow.v1.MigrationFailed.verify|verify} messages.
             * @param message MigrationFailed message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.MigrationFailed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MigrationFailed message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationFailed & contraflow.v1.MigrationFailed.$Shape} MigrationFailed
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.MigrationFailed & contraflow.v1.MigrationFailed.$Shape;

            /**
             * Creates a MigrationFailed message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MigrationFailed
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.MigrationFailed;

            /**
             * Creates a plain object from a MigrationFailed message. Also converts values to other types if specified.
             * @param message MigrationFailed
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.MigrationFailed, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MigrationFailed to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace MigrationFailed {

            /** Properties of a MigrationFailed. */
            interface $Properties {

                /** MigrationFailed migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** MigrationFailed reason */
                reason?: string;

                /** MigrationFailed vmLocation */
                vmLocation?: contraflow.v1.MigrationFailed.VmLocation;

                /** MigrationFailed eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** MigrationFailed postCopyRefused */
                postCopyRefused?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MigrationFailed. */
            type $Shape = contraflow.v1.MigrationFailed.$Properties;

            /** VmLocation enum. */
            enum VmLocation {

                /** VM_LOCATION_UNSPECIFIED value */
                VM_LOCATION_UNSPECIFIED = 0,

                /** RUNS_AT_SOURCE value */
                RUNS_AT_SOURCE = 1,

                /** RUNS_AT_DESTINATION value */
                RUNS_AT_DESTINATION = 2,

                /** LOST value */
                LOST = 3,

                /** UNCERTAIN value */
                UNCERTAIN = 4
            }
        }

        /**
         * Properties of a MigrationCancelled.
         * @deprecated Use contraflow.v1.MigrationCancelled.$Properties instead.
         */
        interface IMigrationCancelled extends contraflow.v1.MigrationCancelled.$Properties {
        }

        /** Represents a MigrationCancelled. */
        class MigrationCancelled {

            /**
             * Constructs a new MigrationCancelled.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.MigrationCancelled.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MigrationCancelled migration. */
            migration: contraflow.v1.MigrationRef;

            /** MigrationCancelled reason. */
            reason: string;

            /** MigrationCancelled eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new MigrationCancelled instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MigrationCancelled instance
             */
            static create(properties: contraflow.v1.MigrationCancelled.$Shape): contraflow.v1.MigrationCancelled & contraflow.v1.MigrationCancelled.$Shape;
            static create(properties?: contraflow.v1.MigrationCancelled.$Properties): contraflow.v1.MigrationCancelled;

            /**
             * Encodes the specified MigrationCancelled message. Does not implicitly {@link contraflow.v1.MigrationCancelled.verify|verify} messages.
             * @param message MigrationCancelled message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.MigrationCancelled.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MigrationCancelled message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationCancelled & contraflow.v1.MigrationCancelled.$Shape} MigrationCancelled
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.MigrationCancelled & contraflow.v1.MigrationCancelled.$Shape;

            /**
             * Creates a MigrationCancelled message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MigrationCancelled
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.MigrationCancelled;

            /**
             * Creates a plain object from a MigrationCancelled message. Also converts values to other types if specified.
             * @param message MigrationCancelled
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.MigrationCancelled, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MigrationCancelled to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace MigrationCancelled {

            /** Properties of a MigrationCancelled. */
            interface $Properties {

                /** MigrationCancelled migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** MigrationCancelled reason */
                reason?: string;

                /** MigrationCancelled eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MigrationCancelled. */
            type $Shape = contraflow.v1.MigrationCancelled.$Properties;
        }

        /**
         * Properties of a MigrationProgress.
         * @deprecated Use contraflow.v1.MigrationProgress.$Properties instead.
         */
        interface IMigrationProgress extends contraflow.v1.MigrationProgress.$Properties {
        }

        /** Represents a MigrationProgress. */
        class MigrationProgress {

            /**
             * Constructs a new MigrationProgress.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.MigrationProgress.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** MigrationProgress migration. */
            migration: contraflow.v1.MigrationRef;

            /** MigrationProgress technique. */
            technique: contraflow.v1.Technique;

            /** MigrationProgress phase. */
            phase: contraflow.v1.MigrationProgress.Phase;

            /** MigrationProgress percent. */
            percent: (number|null);

            /** MigrationProgress transferredBytes. */
            transferredBytes: (number|Long|null);

            /** MigrationProgress remainingBytes. */
            remainingBytes: (number|Long|null);

            /** MigrationProgress bytesPerSecond. */
            bytesPerSecond: (number|null);

            /** MigrationProgress pass. */
            pass: (number|null);

            /** MigrationProgress remainingSeconds. */
            remainingSeconds: (number|null);

            /** MigrationProgress postCopyRequests. */
            postCopyRequests: (number|Long|null);

            /** MigrationProgress sampleTimeUnixMilliseconds. */
            sampleTimeUnixMilliseconds: (number|Long|null);

            /** MigrationProgress paceBytesPerSecond. */
            paceBytesPerSecond: (number|null);

            /** MigrationProgress dirtyBytesPerSecond. */
            dirtyBytesPerSecond: (number|null);

            /** MigrationProgress remainingSecondsDeviation. */
            remainingSecondsDeviation: (number|null);

            /**
             * Creates a new MigrationProgress instance using the specified properties.
             * @param [properties] Properties to set
             * @returns MigrationProgress instance
             */
            static create(properties: contraflow.v1.MigrationProgress.$Shape): contraflow.v1.MigrationProgress & contraflow.v1.MigrationProgress.$Shape;
            static create(properties?: contraflow.v1.MigrationProgress.$Properties): contraflow.v1.MigrationProgress;

            /**
             * Encodes the specified MigrationProgress message. Does not implicitly {@link contraflow.v1.MigrationProgress.verify|verify} messages.
             * @param message MigrationProgress message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.MigrationProgress.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a MigrationProgress message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.MigrationProgress & contraflow.v1.MigrationProgress.$Shape} MigrationProgress
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.MigrationProgress & contraflow.v1.MigrationProgress.$Shape;

            /**
             * Creates a MigrationProgress message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns MigrationProgress
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.MigrationProgress;

            /**
             * Creates a plain object from a MigrationProgress message. Also converts values to other types if specified.
             * @param message MigrationProgress
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.MigrationProgress, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this MigrationProgress to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace MigrationProgress {

            /** Properties of a MigrationProgress. */
            interface $Properties {

                /** MigrationProgress migration */
                migration?: contraflow.v1.MigrationRef.$Properties;

                /** MigrationProgress technique */
                technique?: contraflow.v1.Technique;

                /** MigrationProgress phase */
                phase?: contraflow.v1.MigrationProgress.Phase;

                /** MigrationProgress percent */
                percent?: (number|null);

                /** MigrationProgress transferredBytes */
                transferredBytes?: (number|Long|null);

                /** MigrationProgress remainingBytes */
                remainingBytes?: (number|Long|null);

                /** MigrationProgress bytesPerSecond */
                bytesPerSecond?: (number|null);

                /** MigrationProgress pass */
                pass?: (number|null);

                /** MigrationProgress remainingSeconds */
                remainingSeconds?: (number|null);

                /** MigrationProgress postCopyRequests */
                postCopyRequests?: (number|Long|null);

                /** MigrationProgress sampleTimeUnixMilliseconds */
                sampleTimeUnixMilliseconds?: (number|Long|null);

                /** MigrationProgress paceBytesPerSecond */
                paceBytesPerSecond?: (number|null);

                /** MigrationProgress dirtyBytesPerSecond */
                dirtyBytesPerSecond?: (number|null);

                /** MigrationProgress remainingSecondsDeviation */
                remainingSecondsDeviation?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a MigrationProgress. */
            type $Shape = contraflow.v1.MigrationProgress.$Properties;

            /** Phase enum. */
            enum Phase {

                /** PHASE_UNSPECIFIED value */
                PHASE_UNSPECIFIED = 0,

                /** SETTING_UP value */
                SETTING_UP = 1,

                /** COPYING value */
                COPYING = 2,

                /** SWITCHING value */
                SWITCHING = 3,

                /** HOT value */
                HOT = 4,

                /** BULK value */
                BULK = 5,

                /** PAUSED value */
                PAUSED = 6,

                /** DONE value */
                DONE = 7
            }
        }

        /**
         * Properties of a GetIncoming.
         * @deprecated Use contraflow.v1.GetIncoming.$Properties instead.
         */
        interface IGetIncoming extends contraflow.v1.GetIncoming.$Properties {
        }

        /** Represents a GetIncoming. */
        class GetIncoming {

            /**
             * Constructs a new GetIncoming.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.GetIncoming.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetIncoming migrationId. */
            migrationId: string;

            /**
             * Creates a new GetIncoming instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetIncoming instance
             */
            static create(properties: contraflow.v1.GetIncoming.$Shape): contraflow.v1.GetIncoming & contraflow.v1.GetIncoming.$Shape;
            static create(properties?: contraflow.v1.GetIncoming.$Properties): contraflow.v1.GetIncoming;

            /**
             * Encodes the specified GetIncoming message. Does not implicitly {@link contraflow.v1.GetIncoming.verify|verify} messages.
             * @param message GetIncoming message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.GetIncoming.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetIncoming message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.GetIncoming & contraflow.v1.GetIncoming.$Shape} GetIncoming
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.GetIncoming & contraflow.v1.GetIncoming.$Shape;

            /**
             * Creates a GetIncoming message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns GetIncoming
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.GetIncoming;

            /**
             * Creates a plain object from a GetIncoming message. Also converts values to other types if specified.
             * @param message GetIncoming
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.GetIncoming, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this GetIncoming to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace GetIncoming {

            /** Properties of a GetIncoming. */
            interface $Properties {

                /** GetIncoming migrationId */
                migrationId?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetIncoming. */
            type $Shape = contraflow.v1.GetIncoming.$Properties;
        }

        /**
         * Properties of an IncomingStatus.
         * @deprecated Use contraflow.v1.IncomingStatus.$Properties instead.
         */
        interface IIncomingStatus extends contraflow.v1.IncomingStatus.$Properties {
        }

        /** Represents an IncomingStatus. */
        class IncomingStatus {

            /**
             * Constructs a new IncomingStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.IncomingStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** IncomingStatus migrationId. */
            migrationId: string;

            /** IncomingStatus migrationStatus. */
            migrationStatus: string;

            /** IncomingStatus runState. */
            runState: string;

            /** IncomingStatus resumeTimeUnixMilliseconds. */
            resumeTimeUnixMilliseconds: (number|Long|null);

            /** IncomingStatus reason. */
            reason: (string|null);

            /** IncomingStatus preparedMachine. */
            preparedMachine: contraflow.v1.PreparedMachine;

            /** IncomingStatus outboundBytes. */
            outboundBytes: (number|Long|null);

            /** IncomingStatus inboundBytes. */
            inboundBytes: (number|Long|null);

            /** IncomingStatus held. */
            held: (contraflow.v1.IncomingStatus.Held|null);

            /** IncomingStatus unseen. */
            unseen: (boolean|null);

            /** IncomingStatus stallSeconds. */
            stallSeconds: (number|null);

            /** IncomingStatus probePort. */
            probePort: (number|null);

            /**
             * Creates a new IncomingStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns IncomingStatus instance
             */
            static create(properties: contraflow.v1.IncomingStatus.$Shape): contraflow.v1.IncomingStatus & contraflow.v1.IncomingStatus.$Shape;
            static create(properties?: contraflow.v1.IncomingStatus.$Properties): contraflow.v1.IncomingStatus;

            /**
             * Encodes the specified IncomingStatus message. Does not implicitly {@link contraflow.v1.IncomingStatus.verify|verify} messages.
             * @param message IncomingStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.IncomingStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an IncomingStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.IncomingStatus & contraflow.v1.IncomingStatus.$Shape} IncomingStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.IncomingStatus & contraflow.v1.IncomingStatus.$Shape;

            /**
             * Creates an IncomingStatus message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns IncomingStatus
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.IncomingStatus;

            /**
             * Creates a plain object from an IncomingStatus message. Also converts values to other types if specified.
             * @param message IncomingStatus
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.IncomingStatus, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this IncomingStatus to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace IncomingStatus {

            /** Properties of an IncomingStatus. */
            interface $Properties {

                /** IncomingStatus migrationId */
                migrationId?: string;

                /** IncomingStatus migrationStatus */
                migrationStatus?: string;

                /** IncomingStatus runState */
                runState?: string;

                /** IncomingStatus resumeTimeUnixMilliseconds */
                resumeTimeUnixMilliseconds?: (number|Long|null);

                /** IncomingStatus reason */
                reason?: (string|null);

                /** IncomingStatus preparedMachine */
                preparedMachine?: contraflow.v1.PreparedMachine.$Properties;

                /** IncomingStatus outboundBytes */
                outboundBytes?: (number|Long|null);

                /** IncomingStatus inboundBytes */
                inboundBytes?: (number|Long|null);

                /** IncomingStatus held */
                held?: (contraflow.v1.IncomingStatus.Held|null);

                /** IncomingStatus unseen */
                unseen?: (boolean|null);

                /** IncomingStatus stallSeconds */
                stallSeconds?: (number|null);

                /** IncomingStatus probePort */
                probePort?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an IncomingStatus. */
            type $Shape = contraflow.v1.IncomingStatus.$Properties;

            /** Held enum. */
            enum Held {

                /** HELD_UNSPECIFIED value */
                HELD_UNSPECIFIED = 0,

                /** IN_PART value */
                IN_PART = 1,

                /** WHOLE value */
                WHOLE = 2
            }
        }

        /**
         * Properties of a PreparedMachine.
         * @deprecated Use contraflow.v1.PreparedMachine.$Properties instead.
         */
        interface IPreparedMachine extends contraflow.v1.PreparedMachine.$Properties {
        }

        /** Represents a PreparedMachine. */
        class PreparedMachine {

            /**
             * Constructs a new PreparedMachine.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.PreparedMachine.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PreparedMachine parts. */
            parts: string[];

            /**
             * Creates a new PreparedMachine instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PreparedMachine instance
             */
            static create(properties: contraflow.v1.PreparedMachine.$Shape): contraflow.v1.PreparedMachine & contraflow.v1.PreparedMachine.$Shape;
            static create(properties?: contraflow.v1.PreparedMachine.$Properties): contraflow.v1.PreparedMachine;

            /**
             * Encodes the specified PreparedMachine message. Does not implicitly {@link contraflow.v1.PreparedMachine.verify|verify} messages.
             * @param message PreparedMachine message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.PreparedMachine.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PreparedMachine message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.PreparedMachine & contraflow.v1.PreparedMachine.$Shape} PreparedMachine
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.PreparedMachine & contraflow.v1.PreparedMachine.$Shape;

            /**
             * Creates a PreparedMachine message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PreparedMachine
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.PreparedMachine;

            /**
             * Creates a plain object from a PreparedMachine message. Also converts values to other types if specified.
             * @param message PreparedMachine
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.PreparedMachine, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PreparedMachine to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PreparedMachine {

            /** Properties of a PreparedMachine. */
            interface $Properties {

                /** PreparedMachine parts */
                parts?: string[];

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PreparedMachine. */
            type $Shape = contraflow.v1.PreparedMachine.$Properties;
        }

        /**
         * Properties of a GetExecutor.
         * @deprecated Use contraflow.v1.GetExecutor.$Properties instead.
         */
        interface IGetExecutor extends contraflow.v1.GetExecutor.$Properties {
        }

        /** Represents a GetExecutor. */
        class GetExecutor {

            /**
             * Constructs a new GetExecutor.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.GetExecutor.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetExecutor hostId. */
            hostId: string;

            /**
             * Creates a new GetExecutor instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetExecutor instance
             */
            static create(properties: contraflow.v1.GetExecutor.$Shape): contraflow.v1.GetExecutor & contraflow.v1.GetExecutor.$Shape;
            static create(properties?: contraflow.v1.GetExecutor.$Properties): contraflow.v1.GetExecutor;

            /**
             * Encodes the specified GetExecutor message. Does not implicitly {@link contraflow.v1.GetExecutor.verify|verify} messages.
             * @param message GetExecutor message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.GetExecutor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetExecutor message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.GetExecutor & contraflow.v1.GetExecutor.$Shape} GetExecutor
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.GetExecutor & contraflow.v1.GetExecutor.$Shape;

            /**
             * Creates a GetExecutor message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns GetExecutor
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.GetExecutor;

            /**
             * Creates a plain object from a GetExecutor message. Also converts values to other types if specified.
             * @param message GetExecutor
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.GetExecutor, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this GetExecutor to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace GetExecutor {

            /** Properties of a GetExecutor. */
            interface $Properties {

                /** GetExecutor hostId */
                hostId?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetExecutor. */
            type $Shape = contraflow.v1.GetExecutor.$Properties;
        }

        /**
         * Properties of an ExecutorStatus.
         * @deprecated Use contraflow.v1.ExecutorStatus.$Properties instead.
         */
        interface IExecutorStatus extends contraflow.v1.ExecutorStatus.$Properties {
        }

        /** Represents an ExecutorStatus. */
        class ExecutorStatus {

            /**
             * Constructs a new ExecutorStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.ExecutorStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** ExecutorStatus hostId. */
            hostId: string;

            /** ExecutorStatus processId. */
            processId: (number|Long|null);

            /** ExecutorStatus vmDirectory. */
            vmDirectory: string;

            /**
             * Creates a new ExecutorStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns ExecutorStatus instance
             */
            static create(properties: contraflow.v1.ExecutorStatus.$Shape): contraflow.v1.ExecutorStatus & contraflow.v1.ExecutorStatus.$Shape;
            static create(properties?: contraflow.v1.ExecutorStatus.$Properties): contraflow.v1.ExecutorStatus;

            /**
             * Encodes the specified ExecutorStatus message. Does not implicitly {@link contraflow.v1.ExecutorStatus.verify|verify} messages.
             * @param message ExecutorStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.ExecutorStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes an ExecutorStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.ExecutorStatus & contraflow.v1.ExecutorStatus.$Shape} ExecutorStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.ExecutorStatus & contraflow.v1.ExecutorStatus.$Shape;

            /**
             * Creates an ExecutorStatus message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns ExecutorStatus
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.ExecutorStatus;

            /**
             * Creates a plain object from an ExecutorStatus message. Also converts values to other types if specified.
             * @param message ExecutorStatus
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.ExecutorStatus, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this ExecutorStatus to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace ExecutorStatus {

            /** Properties of an ExecutorStatus. */
            interface $Properties {

                /** ExecutorStatus hostId */
                hostId?: string;

                /** ExecutorStatus processId */
                processId?: (number|Long|null);

                /** ExecutorStatus vmDirectory */
                vmDirectory?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of an ExecutorStatus. */
            type $Shape = contraflow.v1.ExecutorStatus.$Properties;
        }

        /**
         * Properties of a HoldIncoming.
         * @deprecated Use contraflow.v1.HoldIncoming.$Properties instead.
         */
        interface IHoldIncoming extends contraflow.v1.HoldIncoming.$Properties {
        }

        /** Represents a HoldIncoming. */
        class HoldIncoming {

            /**
             * Constructs a new HoldIncoming.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.HoldIncoming.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HoldIncoming migrationId. */
            migrationId: string;

            /** HoldIncoming run. */
            run: (boolean|null);

            /**
             * Creates a new HoldIncoming instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HoldIncoming instance
             */
            static create(properties: contraflow.v1.HoldIncoming.$Shape): contraflow.v1.HoldIncoming & contraflow.v1.HoldIncoming.$Shape;
            static create(properties?: contraflow.v1.HoldIncoming.$Properties): contraflow.v1.HoldIncoming;

            /**
             * Encodes the specified HoldIncoming message. Does not implicitly {@link contraflow.v1.HoldIncoming.verify|verify} messages.
             * @param message HoldIncoming message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.HoldIncoming.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HoldIncoming message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.HoldIncoming & contraflow.v1.HoldIncoming.$Shape} HoldIncoming
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.HoldIncoming & contraflow.v1.HoldIncoming.$Shape;

            /**
             * Creates a HoldIncoming message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns HoldIncoming
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.HoldIncoming;

            /**
             * Creates a plain object from a HoldIncoming message. Also converts values to other types if specified.
             * @param message HoldIncoming
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.HoldIncoming, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this HoldIncoming to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace HoldIncoming {

            /** Properties of a HoldIncoming. */
            interface $Properties {

                /** HoldIncoming migrationId */
                migrationId?: string;

                /** HoldIncoming run */
                run?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HoldIncoming. */
            type $Shape = contraflow.v1.HoldIncoming.$Properties;
        }

        /**
         * Properties of a PrepareRecovery.
         * @deprecated Use contraflow.v1.PrepareRecovery.$Properties instead.
         */
        interface IPrepareRecovery extends contraflow.v1.PrepareRecovery.$Properties {
        }

        /** Represents a PrepareRecovery. */
        class PrepareRecovery {

            /**
             * Constructs a new PrepareRecovery.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.PrepareRecovery.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** PrepareRecovery migrationId. */
            migrationId: string;

            /** PrepareRecovery attempt. */
            attempt: (number|null);

            /** PrepareRecovery port. */
            port: (number|null);

            /**
             * Creates a new PrepareRecovery instance using the specified properties.
             * @param [properties] Properties to set
             * @returns PrepareRecovery instance
             */
            static create(properties: contraflow.v1.PrepareRecovery.$Shape): contraflow.v1.PrepareRecovery & contraflow.v1.PrepareRecovery.$Shape;
            static create(properties?: contraflow.v1.PrepareRecovery.$Properties): contraflow.v1.PrepareRecovery;

            /**
             * Encodes the specified PrepareRecovery message. Does not implicitly {@link contraflow.v1.PrepareRecovery.verify|verify} messages.
             * @param message PrepareRecovery message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.PrepareRecovery.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a PrepareRecovery message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.PrepareRecovery & contraflow.v1.PrepareRecovery.$Shape} PrepareRecovery
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.PrepareRecovery & contraflow.v1.PrepareRecovery.$Shape;

            /**
             * Creates a PrepareRecovery message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns PrepareRecovery
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.PrepareRecovery;

            /**
             * Creates a plain object from a PrepareRecovery message. Also converts values to other types if specified.
             * @param message PrepareRecovery
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.PrepareRecovery, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this PrepareRecovery to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace PrepareRecovery {

            /** Properties of a PrepareRecovery. */
            interface $Properties {

                /** PrepareRecovery migrationId */
                migrationId?: string;

                /** PrepareRecovery attempt */
                attempt?: (number|null);

                /** PrepareRecovery port */
                port?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a PrepareRecovery. */
            type $Shape = contraflow.v1.PrepareRecovery.$Properties;
        }

        /**
         * Properties of a RecoveryStatus.
         * @deprecated Use contraflow.v1.RecoveryStatus.$Properties instead.
         */
        interface IRecoveryStatus extends contraflow.v1.RecoveryStatus.$Properties {
        }

        /** Represents a RecoveryStatus. */
        class RecoveryStatus {

            /**
             * Constructs a new RecoveryStatus.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.RecoveryStatus.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** RecoveryStatus migrationId. */
            migrationId: string;

            /** RecoveryStatus address. */
            address: string;

            /** RecoveryStatus port. */
            port: (number|null);

            /** RecoveryStatus listening. */
            listening: (boolean|null);

            /**
             * Creates a new RecoveryStatus instance using the specified properties.
             * @param [properties] Properties to set
             * @returns RecoveryStatus instance
             */
            static create(properties: contraflow.v1.RecoveryStatus.$Shape): contraflow.v1.RecoveryStatus & contraflow.v1.RecoveryStatus.$Shape;
            static create(properties?: contraflow.v1.RecoveryStatus.$Properties): contraflow.v1.RecoveryStatus;

            /**
             * Encodes the specified RecoveryStatus message. Does not implicitly {@link contraflow.v1.RecoveryStatus.verify|verify} messages.
             * @param message RecoveryStatus message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.RecoveryStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a RecoveryStatus message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.RecoveryStatus & contraflow.v1.RecoveryStatus.$Shape} RecoveryStatus
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.RecoveryStatus & contraflow.v1.RecoveryStatus.$Shape;

            /**
             * Creates a RecoveryStatus message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns RecoveryStatus
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.RecoveryStatus;

            /**
             * Creates a plain object from a RecoveryStatus message. Also converts values to other types if specified.
             * @param message RecoveryStatus
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.RecoveryStatus, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this RecoveryStatus to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace RecoveryStatus {

            /** Properties of a RecoveryStatus. */
            interface $Properties {

                /** RecoveryStatus migrationId */
                migrationId?: string;

                /** RecoveryStatus address */
                address?: string;

                /** RecoveryStatus port */
                port?: (number|null);

                /** RecoveryStatus listening */
                listening?: (boolean|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a RecoveryStatus. */
            type $Shape = contraflow.v1.RecoveryStatus.$Properties;
        }

        /**
         * Properties of a Poisoned.
         * @deprecated Use contraflow.v1.Poisoned.$Properties instead.
         */
        interface IPoisoned extends contraflow.v1.Poisoned.$Properties {
        }

        /** Represents a Poisoned. */
        class Poisoned {

            /**
             * Constructs a new Poisoned.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.Poisoned.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** Poisoned subject. */
            subject: string;

            /** Poisoned streamSequence. */
            streamSequence: (number|Long|null);

            /** Poisoned reason. */
            reason: string;

            /** Poisoned eventTimeUnixMilliseconds. */
            eventTimeUnixMilliseconds: (number|Long|null);

            /**
             * Creates a new Poisoned instance using the specified properties.
             * @param [properties] Properties to set
             * @returns Poisoned instance
             */
            static create(properties: contraflow.v1.Poisoned.$Shape): contraflow.v1.Poisoned & contraflow.v1.Poisoned.$Shape;
            static create(properties?: contraflow.v1.Poisoned.$Properties): contraflow.v1.Poisoned;

            /**
             * Encodes the specified Poisoned message. Does not implicitly {@link contraflow.v1.Poisoned.verify|verify} messages.
             * @param message Poisoned message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.Poisoned.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a Poisoned message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.Poisoned & contraflow.v1.Poisoned.$Shape} Poisoned
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.Poisoned & contraflow.v1.Poisoned.$Shape;

            /**
             * Creates a Poisoned message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns Poisoned
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.Poisoned;

            /**
             * Creates a plain object from a Poisoned message. Also converts values to other types if specified.
             * @param message Poisoned
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.Poisoned, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this Poisoned to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace Poisoned {

            /** Properties of a Poisoned. */
            interface $Properties {

                /** Poisoned subject */
                subject?: string;

                /** Poisoned streamSequence */
                streamSequence?: (number|Long|null);

                /** Poisoned reason */
                reason?: string;

                /** Poisoned eventTimeUnixMilliseconds */
                eventTimeUnixMilliseconds?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a Poisoned. */
            type $Shape = contraflow.v1.Poisoned.$Properties;
        }

        /**
         * Properties of a GetProfiles.
         * @deprecated Use contraflow.v1.GetProfiles.$Properties instead.
         */
        interface IGetProfiles extends contraflow.v1.GetProfiles.$Properties {
        }

        /** Represents a GetProfiles. */
        class GetProfiles {

            /**
             * Constructs a new GetProfiles.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.GetProfiles.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** GetProfiles hostId. */
            hostId: string;

            /**
             * Creates a new GetProfiles instance using the specified properties.
             * @param [properties] Properties to set
             * @returns GetProfiles instance
             */
            static create(properties: contraflow.v1.GetProfiles.$Shape): contraflow.v1.GetProfiles & contraflow.v1.GetProfiles.$Shape;
            static create(properties?: contraflow.v1.GetProfiles.$Properties): contraflow.v1.GetProfiles;

            /**
             * Encodes the specified GetProfiles message. Does not implicitly {@link contraflow.v1.GetProfiles.verify|verify} messages.
             * @param message GetProfiles message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.GetProfiles.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a GetProfiles message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.GetProfiles & contraflow.v1.GetProfiles.$Shape} GetProfiles
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.GetProfiles & contraflow.v1.GetProfiles.$Shape;

            /**
             * Creates a GetProfiles message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns GetProfiles
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.GetProfiles;

            /**
             * Creates a plain object from a GetProfiles message. Also converts values to other types if specified.
             * @param message GetProfiles
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.GetProfiles, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this GetProfiles to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace GetProfiles {

            /** Properties of a GetProfiles. */
            interface $Properties {

                /** GetProfiles hostId */
                hostId?: string;

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a GetProfiles. */
            type $Shape = contraflow.v1.GetProfiles.$Properties;
        }

        /**
         * Properties of a HostProfiles.
         * @deprecated Use contraflow.v1.HostProfiles.$Properties instead.
         */
        interface IHostProfiles extends contraflow.v1.HostProfiles.$Properties {
        }

        /** Represents a HostProfiles. */
        class HostProfiles {

            /**
             * Constructs a new HostProfiles.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.HostProfiles.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** HostProfiles hostId. */
            hostId: string;

            /** HostProfiles answerTimeUnixMilliseconds. */
            answerTimeUnixMilliseconds: (number|Long|null);

            /** HostProfiles vms. */
            vms: contraflow.v1.VmProfile[];

            /** HostProfiles completeness. */
            completeness: (number|null);

            /** HostProfiles missedBatches. */
            missedBatches: (number|Long|null);

            /** HostProfiles takenBatches. */
            takenBatches: (number|Long|null);

            /**
             * Creates a new HostProfiles instance using the specified properties.
             * @param [properties] Properties to set
             * @returns HostProfiles instance
             */
            static create(properties: contraflow.v1.HostProfiles.$Shape): contraflow.v1.HostProfiles & contraflow.v1.HostProfiles.$Shape;
            static create(properties?: contraflow.v1.HostProfiles.$Properties): contraflow.v1.HostProfiles;

            /**
             * Encodes the specified HostProfiles message. Does not implicitly {@link contraflow.v1.HostProfiles.verify|verify} messages.
             * @param message HostProfiles message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.HostProfiles.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a HostProfiles message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.HostProfiles & contraflow.v1.HostProfiles.$Shape} HostProfiles
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.HostProfiles & contraflow.v1.HostProfiles.$Shape;

            /**
             * Creates a HostProfiles message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns HostProfiles
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.HostProfiles;

            /**
             * Creates a plain object from a HostProfiles message. Also converts values to other types if specified.
             * @param message HostProfiles
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.HostProfiles, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this HostProfiles to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace HostProfiles {

            /** Properties of a HostProfiles. */
            interface $Properties {

                /** HostProfiles hostId */
                hostId?: string;

                /** HostProfiles answerTimeUnixMilliseconds */
                answerTimeUnixMilliseconds?: (number|Long|null);

                /** HostProfiles vms */
                vms?: contraflow.v1.VmProfile.$Properties[];

                /** HostProfiles completeness */
                completeness?: (number|null);

                /** HostProfiles missedBatches */
                missedBatches?: (number|Long|null);

                /** HostProfiles takenBatches */
                takenBatches?: (number|Long|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a HostProfiles. */
            type $Shape = contraflow.v1.HostProfiles.$Properties;
        }

        /**
         * Properties of a VmProfile.
         * @deprecated Use contraflow.v1.VmProfile.$Properties instead.
         */
        interface IVmProfile extends contraflow.v1.VmProfile.$Properties {
        }

        /** Represents a VmProfile. */
        class VmProfile {

            /**
             * Constructs a new VmProfile.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.VmProfile.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** VmProfile vmId. */
            vmId: string;

            /** VmProfile direction. */
            direction: contraflow.v1.VmProfile.Direction;

            /** VmProfile outbound. */
            outbound: contraflow.v1.TrafficLevel;

            /** VmProfile inbound. */
            inbound: contraflow.v1.TrafficLevel;

            /** VmProfile observedSeconds. */
            observedSeconds: (number|null);

            /** VmProfile confidence. */
            confidence: (number|null);

            /** VmProfile lastSampleTimeUnixMilliseconds. */
            lastSampleTimeUnixMilliseconds: (number|Long|null);

            /** VmProfile ageSeconds. */
            ageSeconds: (number|null);

            /**
             * Creates a new VmProfile instance using the specified properties.
             * @param [properties] Properties to set
             * @returns VmProfile instance
             */
            static create(properties: contraflow.v1.VmProfile.$Shape): contraflow.v1.VmProfile & contraflow.v1.VmProfile.$Shape;
            static create(properties?: contraflow.v1.VmProfile.$Properties): contraflow.v1.VmProfile;

            /**
             * Encodes the specified VmProfile message. Does not implicitly {@link contraflow.v1.VmProfile.verify|verify} messages.
             * @param message VmProfile message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.VmProfile.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a VmProfile message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.VmProfile & contraflow.v1.VmProfile.$Shape} VmProfile
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.VmProfile & contraflow.v1.VmProfile.$Shape;

            /**
             * Creates a VmProfile message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns VmProfile
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.VmProfile;

            /**
             * Creates a plain object from a VmProfile message. Also converts values to other types if specified.
             * @param message VmProfile
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.VmProfile, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this VmProfile to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace VmProfile {

            /** Properties of a VmProfile. */
            interface $Properties {

                /** VmProfile vmId */
                vmId?: string;

                /** VmProfile direction */
                direction?: contraflow.v1.VmProfile.Direction;

                /** VmProfile outbound */
                outbound?: contraflow.v1.TrafficLevel.$Properties;

                /** VmProfile inbound */
                inbound?: contraflow.v1.TrafficLevel.$Properties;

                /** VmProfile observedSeconds */
                observedSeconds?: (number|null);

                /** VmProfile confidence */
                confidence?: (number|null);

                /** VmProfile lastSampleTimeUnixMilliseconds */
                lastSampleTimeUnixMilliseconds?: (number|Long|null);

                /** VmProfile ageSeconds */
                ageSeconds?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a VmProfile. */
            type $Shape = contraflow.v1.VmProfile.$Properties;

            /** Direction enum. */
            enum Direction {

                /** DIRECTION_UNSPECIFIED value */
                DIRECTION_UNSPECIFIED = 0,

                /** UNKNOWN value */
                UNKNOWN = 1,

                /** NONE value */
                NONE = 2,

                /** OUTBOUND value */
                OUTBOUND = 3,

                /** INBOUND value */
                INBOUND = 4,

                /** BOTH value */
                BOTH = 5
            }
        }

        /**
         * Properties of a TrafficLevel.
         * @deprecated Use contraflow.v1.TrafficLevel.$Properties instead.
         */
        interface ITrafficLevel extends contraflow.v1.TrafficLevel.$Properties {
        }

        /** Represents a TrafficLevel. */
        class TrafficLevel {

            /**
             * Constructs a new TrafficLevel.
             * @param [properties] Properties to set
             */
            constructor(properties?: contraflow.v1.TrafficLevel.$Properties);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];

            /** TrafficLevel shortBytesPerSecond. */
            shortBytesPerSecond: (number|null);

            /** TrafficLevel longBytesPerSecond. */
            longBytesPerSecond: (number|null);

            /** TrafficLevel peakBytesPerSecond. */
            peakBytesPerSecond: (number|null);

            /** TrafficLevel deviationBytesPerSecond. */
            deviationBytesPerSecond: (number|null);

            /**
             * Creates a new TrafficLevel instance using the specified properties.
             * @param [properties] Properties to set
             * @returns TrafficLevel instance
             */
            static create(properties: contraflow.v1.TrafficLevel.$Shape): contraflow.v1.TrafficLevel & contraflow.v1.TrafficLevel.$Shape;
            static create(properties?: contraflow.v1.TrafficLevel.$Properties): contraflow.v1.TrafficLevel;

            /**
             * Encodes the specified TrafficLevel message. Does not implicitly {@link contraflow.v1.TrafficLevel.verify|verify} messages.
             * @param message TrafficLevel message or plain object to encode
             * @param [writer] Writer to encode to
             * @returns Writer
             */
            static encode(message: contraflow.v1.TrafficLevel.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

            /**
             * Decodes a TrafficLevel message from the specified reader or buffer.
             * @param reader Reader or buffer to decode from
             * @param [length] Message length if known beforehand
             * @returns {contraflow.v1.TrafficLevel & contraflow.v1.TrafficLevel.$Shape} TrafficLevel
             * @throws {Error} If the payload is not a reader or valid buffer
             * @throws {$protobuf.util.ProtocolError} If required fields are missing
             */
            static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): contraflow.v1.TrafficLevel & contraflow.v1.TrafficLevel.$Shape;

            /**
             * Creates a TrafficLevel message from a plain object. Also converts values to their respective internal types.
             * @param object Plain object
             * @returns TrafficLevel
             */
            static fromObject(object: { [k: string]: any }): contraflow.v1.TrafficLevel;

            /**
             * Creates a plain object from a TrafficLevel message. Also converts values to other types if specified.
             * @param message TrafficLevel
             * @param [options] Conversion options
             * @returns Plain object
             */
            static toObject(message: contraflow.v1.TrafficLevel, options?: $protobuf.IConversionOptions): { [k: string]: any };

            /**
             * Converts this TrafficLevel to JSON.
             * @returns JSON object
             */
            toJSON(): { [k: string]: any };
        }

        namespace TrafficLevel {

            /** Properties of a TrafficLevel. */
            interface $Properties {

                /** TrafficLevel shortBytesPerSecond */
                shortBytesPerSecond?: (number|null);

                /** TrafficLevel longBytesPerSecond */
                longBytesPerSecond?: (number|null);

                /** TrafficLevel peakBytesPerSecond */
                peakBytesPerSecond?: (number|null);

                /** TrafficLevel deviationBytesPerSecond */
                deviationBytesPerSecond?: (number|null);

                /** Unknown fields preserved while decoding when enabled */
                $unknowns?: Uint8Array[];
            }

            /** Shape of a TrafficLevel. */
            type $Shape = contraflow.v1.TrafficLevel.$Properties;
        }
    }
}
