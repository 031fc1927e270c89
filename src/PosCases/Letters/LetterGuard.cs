using System.Text.RegularExpressions;
using PosCases.Cases.Causes;
using PosCases.Cases.Verification;
using PosCases.Playbooks;

namespace PosCases.Letters;

/// <summary>What a letter must not do.</summary>
public enum LetterFaultKind
{
    /// <summary>It denies what the case confirms.</summary>
    DeniesCause,

    /// <summary>It coaches evasion, has papers made up, or promises an outcome.</summary>
    Coaches,

    /// <summary>It asks for a password, a code or card data.</summary>
    AsksForSecret,

    /// <summary>It holds a whole card number.</summary>
    CardNumber,
}

/// <summary>One fault of a letter.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Where">Place in the content, e.g. <c>Sections[2].Body</c>.</param>
/// <param name="Phrase">The words.</param>
/// <param name="Cause">Code of the cause that it denies.</param>
public sealed record LetterFault(LetterFaultKind Kind, string Where, string Phrase, string? Cause = null);

/// <summary>Reads a letter as a careful colleague would: it may not deny what the case says is true, coach, promise, or ask for secrets.</summary>
internal static partial class LetterGuard
{
    /// <summary>The faults of a letter on a case with these confirmed causes.</summary>
    public static IReadOnlyList<LetterFault> Find(LetterContent content, IEnumerable<CaseCause> confirmed)
    {
        var causes = confirmed.Select(c => c.Code).Distinct(StringComparer.Ordinal).ToList();
        return [.. content.Texts.SelectMany(t => Find(t.Where, t.Text, causes)).Distinct()];
    }

    /// <summary>The faults of other texts that go out to people.</summary>
    public static IReadOnlyList<LetterFault> Find(IEnumerable<(string Where, string Text)> texts) => [.. texts.SelectMany(t => Find(t.Where, t.Text, [])).Distinct()];

    private static IEnumerable<LetterFault> Find(string where, string text, List<string> causes)
    {
        foreach (var phrase in Coaching.Find(text))
        {
            yield return new LetterFault(LetterFaultKind.Coaches, where, phrase);
        }

        foreach (Match number in CardNumber().Matches(text))
        {
            if (IsCard(number.Value))
            {
                yield return new LetterFault(LetterFaultKind.CardNumber, where, number.Value[..4] + "\u2026");
            }
        }

        foreach (var clause in Clause().Split(text))
        {
            if (Secret(clause) is { } secret)
            {
                yield return new LetterFault(LetterFaultKind.AsksForSecret, where, secret);
            }

            foreach (var cause in causes)
            {
                if (Denied(clause, cause) is { } word)
                {
                    yield return new LetterFault(LetterFaultKind.DeniesCause, where, clause.Trim() is { Length: <= 60 } whole ? whole : word, cause);
                }
            }
        }
    }

    private static string? Secret(string clause) =>
        LetterLibrary.Guards.Secrets.FirstOrDefault(word => At(clause, word) is >= 0 and var at && !HasAny(clause[..at], LetterLibrary.Guards.Forbids));

    private static string? Denied(string clause, string cause)
    {
        var group = CauseLibrary.Find(cause)?.Group;
        return LetterLibrary.Denials
            .Where(d => d.Causes.Contains(cause) || (group is not null && d.Causes.Contains(group)))
            .SelectMany(d => d.Words)
            .FirstOrDefault(word => At(clause, word) is >= 0 and var at && HasAny(clause[..at], LetterLibrary.Guards.Negations));
    }

    private static int At(string clause, string word) => clause.IndexOf(word, StringComparison.OrdinalIgnoreCase);

    private static bool HasAny(string text, IReadOnlyList<string> words) => words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static bool IsCard(string typed)
    {
        var digits = typed.Where(char.IsAsciiDigit).Select(c => c - '0').ToArray();
        // Numbers of merchants have 15 digits, credit codes 18.
        return (digits.Length is 16 or 17 or 19 || (digits.Length == 15 && digits[0] == 3))
            && digits[0] is >= 3 and <= 6
            && digits.Reverse().Index().Sum(d => d.Index % 2 == 0 ? d.Item : d.Item * 2 > 9 ? (d.Item * 2) - 9 : d.Item * 2) % 10 == 0;
    }

    [GeneratedRegex(@"[\uff0c,\u3002\uff1b\uff01\uff1f.;!?\n|]", RegexOptions.NonBacktracking)]
    private static partial Regex Clause();

    [GeneratedRegex(@"(?<![0-9A-Za-z])[0-9](?:[ -]?[0-9]){14,18}(?![0-9A-Za-z])", RegexOptions.None, 1000)]
    private static partial Regex CardNumber();
}
