using System.Text.Json;
using System.Text.Json.Nodes;
using PosCases.Cases;
using PosCases.Cases.Communication;
using PosCases.Cases.Evidence;
using PosCases.Cases.Filing;

namespace PosCases.Web.Api;

/// <summary>What is sent, by example; made from the very types, so that no example can be wrong.</summary>
internal static class ApiExamples
{
    private static readonly Guid Party = new("5b0d3c1e-8f3a-4c58-9a3e-2f6f0a7d1c44");

    private static readonly Dictionary<string, object> Bodies = new(StringComparer.Ordinal)
    {
        ["createCase"] = new ApiFiling
        {
            ToldBy = NoticeChannel.NoNotice,
            Measure = MeasureKind.Unknown,
            ImposedBy = ImposedBy.Unknown,
            Reason = ReasonGiven.NoReason,
            Amount = 12800.50m,
            Since = new DateOnly(2026, 11, 20),
            AccountTail = "0042",
        },
        ["act-confirm-fake"] = new ApiFake([Demand.Fee], "…"),
        ["act-confirm-not-a-freeze"] = new ApiNotAFreeze("…", "…"),
        ["act-submit-to-institution"] = new ApiSubmission(Party, Medium.Mail, "…", "EMS-1"),
        ["act-request-more-evidence"] = new ApiMoreEvidence(Party, "…", [new ApiAsk(["INVOICE"], RequirementLevel.Required, "…", "…")]),
        ["act-propose-resolution"] = new ApiProposal(Outcome.PartlyUnfrozen, "…", "…", "EMS-1"),
        ["act-approve"] = new ApiRemark("…"),
        ["act-return"] = new ApiReason("…"),
        ["act-take-legal-route"] = new ApiRoute("RT7", "…"),
        ["act-wait"] = new ApiWait(Ball.Institution, "…", new DateOnly(2026, 12, 4)),
        ["act-mark-duplicate"] = new ApiDuplicate("FZ-2026-000123", "…"),
        ["act-undo-merge"] = new ApiReason("…"),
        ["act-withdraw"] = new ApiReason("…"),
        ["act-reopen"] = new ApiReason("…"),
        ["addNote"] = new ApiWords("…"),
        ["postMessage"] = new ApiWords("…"),
    };

    /// <summary>The body of an operation; none where there is nothing to send.</summary>
    public static JsonNode? Of(string operation) => Bodies.TryGetValue(operation, out var body) ? Trim(JsonSerializer.SerializeToNode(body, body.GetType(), ApiJson.Options)!) : null;

    // What was left open is left out.
    private static JsonNode Trim(JsonNode node)
    {
        if (node is JsonObject fields)
        {
            foreach (var name in fields.Where(f => f.Value is null or JsonArray { Count: 0 } || (f.Value is JsonValue value && value.GetValueKind() == JsonValueKind.False)).Select(f => f.Key).ToList())
            {
                fields.Remove(name);
            }
        }

        return node;
    }
}
