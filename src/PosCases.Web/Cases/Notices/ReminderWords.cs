using System.Globalization;
using Microsoft.Extensions.Localization;
using PosCases.Cases.Reminders;

namespace PosCases.Web.Cases.Notices;

/// <summary>Writes mails about what is due, in the language that is asked for.</summary>
internal sealed class ReminderWords(IStringLocalizer<ReminderText> text, IStringLocalizer<CaseText> names) : IReminderWords
{
    /// <inheritdoc/>
    public (string Subject, string Text) Write(string name, IReadOnlyList<ReminderKind> kinds, string language)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            var lines = string.Join('\n', kinds.Select(k => $"- {names[$"ReminderKind.{k}"]}"));
            return (text["Mail.Subject"], text["Mail.Text", name, lines].Value.Replace("\\n", "\n", StringComparison.Ordinal));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
