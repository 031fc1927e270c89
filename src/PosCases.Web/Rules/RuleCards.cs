using MediatR;
using PosCases.Rules;

namespace PosCases.Web.Rules;

/// <summary>The cards as this installation has them, read once for all references of a page and again after a while.</summary>
public sealed class RuleCards(IMediator mediator, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private Task<IReadOnlyDictionary<string, RuleCard>>? read;
    private DateTimeOffset readAt;

    /// <summary>The card of a rule; as it was shipped where the library cannot be read, none when the code is unknown.</summary>
    public async Task<RuleCard?> FindAsync(string code)
    {
        if (read is null || clock.GetUtcNow() - readAt > Fresh)
        {
            (read, readAt) = (ReadAsync(), clock.GetUtcNow());
        }

        return (await read).GetValueOrDefault(code) ?? RuleLibrary.Find(code);
    }

    private async Task<IReadOnlyDictionary<string, RuleCard>> ReadAsync()
    {
        var answer = await mediator.Send(new ListRules.Query());
        return answer.Succeeded
            ? answer.Value.Rows.ToDictionary(r => r.Code, r => r.Card, StringComparer.Ordinal)
            : new Dictionary<string, RuleCard>(StringComparer.Ordinal);
    }
}

/// <summary>A card in the reader's language.</summary>
public static class RuleCardText
{
    extension(RuleCard card)
    {
        /// <summary>Its name.</summary>
        public string Title => English ? card.TitleEn : card.TitleZh;

        /// <summary>Its articles.</summary>
        public string Article => English ? card.ArticleEn : card.ArticleZh;

        /// <summary>What it says.</summary>
        public string Says => English ? card.SaysEn : card.SaysZh;

        /// <summary>Its source.</summary>
        public string Source => English ? card.SourceEn : card.SourceZh;
    }

    /// <summary>How sure each label is, as a colour.</summary>
    public static Design.Tone ToneOf(RuleLabel label) => label switch
    {
        RuleLabel.RuleText => Design.Tone.Good,
        RuleLabel.ConvertedText => Design.Tone.Active,
        RuleLabel.Secondary => Design.Tone.Warn,
    };

    private static bool English => System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "zh";
}

/// <summary>Registers what references to rules ask for.</summary>
public static class RuleScreens
{
    /// <summary>Adds the cards.</summary>
    public static IServiceCollection AddRuleScreens(this IServiceCollection services) => services.AddScoped<RuleCards>();
}
