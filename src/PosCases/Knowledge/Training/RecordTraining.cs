using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Knowledge.Training;

/// <summary>Writes down that somebody was trained: a merchant's people for theirs, our staff for themselves.</summary>
public static class RecordTraining
{
    /// <summary>Writes it down.</summary>
    /// <param name="Form">Who and what.</param>
    [Requires(Permission.UseAccount)]
    public sealed record Command(TrainingForm Form) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => When(c => c.Form is not null, () =>
        {
            RuleFor(c => c.Form.Who).MaximumLength(TrainingMapping.ShortLength);
            RuleFor(c => c.Form.Role).MaximumLength(TrainingMapping.ShortLength);
            RuleFor(c => c.Form.Article).MaximumLength(KnowledgeMapping.SlugLength);
            RuleFor(c => c.Form.Topic).MaximumLength(TrainingMapping.ShortLength);
            RuleFor(c => c.Form.Topic).NotEmpty().When(c => string.IsNullOrEmpty(c.Form.Article));
            RuleFor(c => c.Form.Note).MaximumLength(TrainingMapping.NoteLength);
            RuleFor(c => c.Form.On).IsOrdinaryDate();
            RuleFor(c => c.Form.ValidUntil).IsOrdinaryDate();
            RuleFor(c => c.Form.ValidUntil).Must((c, end) => end is null || end >= c.Form.On).WithErrorCode("EndBeforeStart");
        }).Otherwise(() => RuleFor(c => c.Form).NotNull());
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var (form, now) = (command.Form, clock.GetUtcNow());
            var merchant = ListTraining.MerchantOf(actor);
            if (merchant is null && !ListTraining.IsStaff(actor))
            {
                return new NotPermitted();
            }

            if (merchant is not null && string.IsNullOrWhiteSpace(form.Who))
            {
                return new Invalid("Form.Who", "NotEmptyValidator");
            }

            if (form.On > ShanghaiTime.DateOf(now))
            {
                return new Invalid("Form.On", "Future");
            }

            var slug = string.IsNullOrEmpty(form.Article) ? null : form.Article;
            var article = slug is null ? null : await db.ArticlesFor(actor).SingleOrDefaultAsync(a => a.Slug == slug, ct);
            if (slug is not null && article is null)
            {
                return new NotFound(nameof(Article));
            }

            db.TrainingRecords.Add(TrainingRecord.Of(merchant, form, article, QuizLibrary.Find(slug), actor, now));
            return Result.Ok;
        }
    }
}
