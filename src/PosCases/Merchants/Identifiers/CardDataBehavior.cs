using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;
using MediatR;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Merchants.Identifiers;

/// <summary>
/// Looks through the texts of every command before anything of it is stored: a full card number keeps its first six and last four digits, and a text
/// with a code or a password in it is refused. One place for all forms, jobs and interfaces; the sender is told how many numbers were masked.
/// </summary>
internal sealed class CardDataBehavior<TRequest, TResponse>(ActorContext context) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand
    where TResponse : Result, IOutcome<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        var found = new CardDataSearch().Through(request);
        context.MaskedNumbers += found.Masked;
        return found.Secrets.Count == 0
            ? await next()
            : TResponse.Refused(new Invalid([.. found.Secrets.Select(field => new FieldError(field, "CardSecret", []))]));
    }
}

/// <summary>Goes through a message and all records in it.</summary>
internal sealed class CardDataSearch
{
    // Numbers of things that are no cards: their own rules say what they must look like, and one in ten of them would pass for a card.
    private static readonly FrozenSet<string> OtherNumbers = new[]
    {
        "AccountTail", "BranchCode", "CallerNumber", "CaseNumber", "Code", "Codes", "Culture", "DocumentNumber", "DutyPhone", "Email", "File", "Json", "Key",
        "KeyName", "LastFour", "LicenceNo", "Mcc", "Number", "Phone", "Receipt", "Reference", "SerialNumber", "Sha256", "SurvivorNumber", "TerminalNumber",
        "UnifiedCreditCode", "Url", "UserName", "Value", "Versions",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Known = new();

    private readonly List<string> secrets = [];
    private int masked;

    /// <summary>Masks what is to be masked, in the message itself.</summary>
    /// <returns>How many texts were changed, and the fields that hold what must not be stored.</returns>
    public (int Masked, IReadOnlyList<string> Secrets) Through(object message)
    {
        Look(message, "");
        return (masked, secrets);
    }

    private void Look(object record, string path)
    {
        foreach (var property in Known.GetOrAdd(record.GetType(), PropertiesOf))
        {
            var field = path + property.Name;
            switch (property.GetValue(record))
            {
                case string text when Clean(text, field) is { } clean:
                    property.SetValue(record, clean);
                    break;
                case IReadOnlyList<string> texts:
                    string[] all = [.. texts.Select((text, at) => Clean(text, $"{field}[{at}]") ?? text)];
                    if (!all.SequenceEqual(texts, StringComparer.Ordinal) && property.PropertyType.IsInstanceOfType(all))
                    {
                        property.SetValue(record, all);
                    }

                    break;
                case string:
                    break;
                case System.Collections.IEnumerable records:
                    var number = 0;
                    foreach (var inner in records)
                    {
                        LookIfOurs(inner, $"{field}[{number++}].");
                    }

                    break;
                case { } inner:
                    LookIfOurs(inner, field + ".");
                    break;
            }
        }
    }

    private void LookIfOurs(object? inner, string path)
    {
        if (inner is not null && IsOurs(inner.GetType()))
        {
            Look(inner, path);
        }
    }

    private string? Clean(string text, string field)
    {
        if (text.Length < 6)
        {
            return null;
        }

        if (CardSecrets.IsIn(text))
        {
            secrets.Add(field);
            return null;
        }

        var hidden = BankCardNumber.Hide(text);
        if (hidden.Equals(text, StringComparison.Ordinal))
        {
            return null;
        }

        masked++;
        return hidden;
    }

    // Values such as ids hold no text; secrets are not looked into.
    private static bool IsOurs(Type type) => type is { IsClass: true } && type.Namespace?.StartsWith("PosCases", StringComparison.Ordinal) == true;

    private static PropertyInfo[] PropertiesOf(Type type) =>
        [.. type.GetProperties().Where(p => p.GetIndexParameters().Length == 0 && p.SetMethod is not null && !OtherNumbers.Contains(p.Name))];
}
