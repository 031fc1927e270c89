using System.Text.Json;
using FluentValidation;
using PosCases.Cases.Evidence;

namespace PosCases.Cases.Communication;

/// <summary>A reason for which institutions refuse; the list stands in refusal-reasons.json.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Advice">What the agent does about it.</param>
public sealed record RefusalReason(string Code, RefusalReason.Words Name, RefusalReason.Words Advice)
{
    /// <summary>The institution gave none.</summary>
    public const string NotStated = "NOT_STATED";

    private static readonly Lazy<IReadOnlyList<RefusalReason>> Library = new(Read);

    /// <summary>A text in both languages.</summary>
    public sealed record Words(string Zh, string En);

    /// <summary>Every reason, in the order in which lists show them.</summary>
    public static IReadOnlyList<RefusalReason> All => Library.Value;

    /// <summary>The reason of that code, or none.</summary>
    public static RefusalReason? Find(string? code) => All.FirstOrDefault(r => r.Code == code);

    private static List<RefusalReason> Read()
    {
        using var file = typeof(RefusalReason).Assembly.GetManifestResourceStream("PosCases.Cases.Communication.Library.refusal-reasons.json")!;
        return JsonSerializer.Deserialize<List<RefusalReason>>(file, JsonSerializerOptions.Web)!;
    }
}

/// <summary>What an institution said when it refused or wanted more.</summary>
/// <param name="Reason">Code of a <see cref="RefusalReason"/>.</param>
/// <param name="Missing">Kinds of papers that it named.</param>
/// <param name="IsFinal">Whether it said that this is its last word.</param>
/// <param name="NextRoute">The next route to tell the merchant, RT1 to RT15; only with a final refusal.</param>
public sealed record Refusal(string Reason, IReadOnlyList<string> Missing, bool IsFinal = false, string? NextRoute = null)
{
    /// <summary>Codes of the routes that may come next.</summary>
    public static IReadOnlyList<string> Routes { get; } = [.. Enumerable.Range(1, 15).Select(n => $"RT{n}")];

    internal sealed class Validator : AbstractValidator<Refusal>
    {
        public Validator()
        {
            RuleFor(r => r.Reason).NotEmpty();
            RuleFor(r => r.Reason).Must(code => RefusalReason.Find(code) is not null).WithErrorCode("UnknownCode").When(r => !string.IsNullOrEmpty(r.Reason));
            RuleFor(r => r.Missing).NotNull();
            RuleForEach(r => r.Missing).Must(EvidenceCode.Exists).WithErrorCode("UnknownCode");
            RuleFor(r => r.NextRoute).NotEmpty().When(r => r.IsFinal);
            RuleFor(r => r.NextRoute).Empty().When(r => !r.IsFinal);
            RuleFor(r => r.NextRoute).Must(code => Routes.Contains(code!)).WithErrorCode("UnknownCode").When(r => !string.IsNullOrEmpty(r.NextRoute));
        }
    }
}
