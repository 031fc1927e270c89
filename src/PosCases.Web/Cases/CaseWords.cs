using System.Globalization;
using Microsoft.Extensions.Localization;
using PosCases.Cases;
using PosCases.Cases.Causes;
using PosCases.Cases.Measures;
using PosCases.Cases.Reminders;
using PosCases.Platform.Messages;
using PosCases.Web.Cases.Measures;
using PosCases.Web.Cases.Papers;
using PosCases.Web.Cases.Previews;
using PosCases.Web.Cases.Transactions;
using PosCases.Web.Cases.Uploads;
using PosCases.Web.Design;
using PosCases.Web.Desk.Letters;
using PosCases.Web.Desk.Restriction;
using PosCases.Web.Insight;
using PosCases.Web.Prevention;
using PosCases.Web.Remedies;
using PosCases.Web.Rules;

namespace PosCases.Web.Cases;

/// <summary>A feature's texts that hold <c>Error.{Code}</c>, <c>Field.{Code}</c>, <c>Event.{Kind}</c> and <c>{Enum}.{Member}</c> of its own.</summary>
/// <param name="Marker">Marker class of its resources.</param>
public sealed record ErrorTexts(Type Marker);

/// <summary>The words for what the core says in codes, in the reader's language.</summary>
public sealed class CaseWords(IStringLocalizer<CaseText> text, IStringLocalizerFactory localizers, IEnumerable<ErrorTexts> others)
{
    /// <summary>The name of a value, from <c>{Enum}.{Member}</c>.</summary>
    public string Of<TEnum>(TEnum value) where TEnum : struct, Enum => Text($"{typeof(TEnum).Name}.{value}");

    /// <summary>The same name with a further word to its key, e.g. the definition of an outcome.</summary>
    public string Of<TEnum>(TEnum value, string aspect, params object[] arguments) where TEnum : struct, Enum =>
        string.Format(CultureInfo.CurrentCulture, Text($"{typeof(TEnum).Name}.{value}.{aspect}"), arguments);

    /// <summary>A text of the cases or of a feature that has texts of its own; the key itself when nobody has it.</summary>
    public LocalizedString Text(string key) =>
        Sources.Select(source => source[key]).FirstOrDefault(found => !found.ResourceNotFound) ?? text[key];

    /// <summary>Who has the ball, as one says it to a merchant or to the desk.</summary>
    public string Of(PosCases.Cases.Ball ball, bool forMerchant) => forMerchant ? Of(ball, "Turn") : Of(ball);

    /// <summary>What happens next, as one says it to a merchant or to the desk.</summary>
    public string Of(PosCases.Cases.Worklist.NextStep next, bool forMerchant) =>
        forMerchant ? Of(next.Kind, "You", next.Count)
        : next.Count > 0 ? Of(next.Kind, "Count", next.Count)
        : Of(next.Kind);

    /// <summary>The name of a paper.</summary>
    public string Evidence(string code) => text[$"Evidence.{code}"];

    /// <summary>The names of several papers in one line.</summary>
    public string Evidence(IEnumerable<string> codes) => string.Join(text["ListSeparator"], codes.Select(Evidence));

    /// <summary>How to photograph a paper.</summary>
    public string EvidenceHint(string code) => text[$"Evidence.{code}.Hint"];

    /// <summary>The name of a cause.</summary>
    public string Cause(string code) => CauseLibrary.Find(code)?.Name.Read() ?? code;

    /// <summary>The name of a kind of measure by the word under which it is kept.</summary>
    public string Measure(string kind) => Enum.TryParse<PosCases.Cases.Filing.MeasureKind>(kind, out var known) ? Of(known) : kind;

    /// <summary>Why something was refused; a neutral sentence with the code when nobody has words for it.</summary>
    public string Error(Error error) => Find($"Error.{error.Code}", error.Arguments) ?? text["Error.Unknown", error.Code];

    /// <summary>What is wrong with each field.</summary>
    /// <param name="invalid">The refusal.</param>
    /// <param name="prefix">What the field names have before the message's own names, e.g. <c>Input.</c></param>
    public IReadOnlyList<FieldProblem> FieldErrors(Invalid invalid, string prefix = "") =>
        [.. invalid.Fields.Select(f => new FieldProblem(prefix + f.Field, FieldError(f)))];

    /// <summary>What is wrong with the form: its fields, or the refusal as a whole.</summary>
    public IReadOnlyList<FieldProblem> Problems(Error error, string prefix = "") =>
        error is Invalid invalid ? FieldErrors(invalid, prefix) : [new FieldProblem("", Error(error))];

    private IEnumerable<IStringLocalizer> Sources => others.Select(other => localizers.Create(other.Marker)).Prepend(text);

    private string FieldError(FieldError field) =>
        (field.Arguments.Count > 0 ? Find($"Field.{field.Code}.N", field.Arguments) : null)
        ?? Find($"Field.{field.Code}", field.Arguments)
        ?? text["Field.Unknown"];

    private string? Find(string key, IReadOnlyList<object?> arguments)
    {
        object?[] spoken = [.. arguments.Select(Speak)];
        return Sources
            .Select(source => source[key])
            .Where(found => !found.ResourceNotFound)
            .Select(found => spoken.Length == 0 ? found.Value : string.Format(CultureInfo.CurrentCulture, found.Value, spoken))
            .FirstOrDefault();
    }

    /// <summary>A value of an error in the reader's words.</summary>
    public string Say(object value) => Convert.ToString(Speak(value), CultureInfo.CurrentCulture) ?? "";

    private object? Speak(object? argument) => argument switch
    {
        Enum value => Text($"{value.GetType().Name}.{value}").Value,
        Wording words => words.In(CultureInfo.CurrentUICulture),
        IReadOnlyList<object> several => string.Join(text["ListSeparator"], several.Select(Speak)),
        decimal amount => MoneyText.Format(amount),
        _ => argument,
    };
}

/// <summary>Registers what the case screens ask for.</summary>
public static class CaseScreens
{
    /// <summary>Adds the words of cases and the intake of papers; a feature with errors of its own adds its <see cref="ErrorTexts"/>.</summary>
    public static IServiceCollection AddCaseScreens(this IServiceCollection services) =>
        services.AddSingleton(new ErrorTexts(typeof(MeasureText))).AddSingleton(new ErrorTexts(typeof(RestrictionText)))
            .AddSingleton(new ErrorTexts(typeof(Desk.Judging.JudgingText))).AddSingleton(new ErrorTexts(typeof(PreviewText))).AddSingleton(new ErrorTexts(typeof(PaperText)))
            .AddSingleton(new ErrorTexts(typeof(Cards.CardText))).AddSingleton(new ErrorTexts(typeof(Desk.Packs.PackText))).AddPacks<Desk.Packs.PackWords>()
            .AddSingleton(new ErrorTexts(typeof(LetterText))).AddSingleton(new ErrorTexts(typeof(Desk.Retention.RetentionText)))
            .AddSingleton(new ErrorTexts(typeof(Desk.Links.LinkText))).AddSingleton(new ErrorTexts(typeof(PosCases.Web.Incidents.IncidentText)))
            .AddSingleton(new ErrorTexts(typeof(Api.ApiText))).AddSingleton(new ErrorTexts(typeof(Desk.Export.ExportText)))
            .AddSingleton(new ErrorTexts(typeof(AfterCare.AfterCareText)))
            .AddSingleton(new ErrorTexts(typeof(Supervision.SupervisionText))).AddSingleton(new ErrorTexts(typeof(Supervision.ConsistencyText))).AddSingleton(new ErrorTexts(typeof(Desk.Import.ImportText))).AddScoped<Desk.Import.CaseImportEndpoints.Intake>()
            .AddInsightScreens().AddReminderMail<Notices.ReminderWords>().AddPreventionScreens().AddSingleton(new ErrorTexts(typeof(Knowledge.KnowledgeText))).AddRuleScreens().AddRemedyScreens().AddTransactionScreens()
            .AddScoped<CaseWords>().AddScoped<Deadlines.ClockWords>().AddScoped<CaseEventText>().AddScoped<EvidenceEndpoints.Intake>().AddUploads().AddScoped<PaperBytes>().AddScoped<Redactor>().AddScoped<PaperShelf>();
}
