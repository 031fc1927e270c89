using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;
using PosCases.Playbooks;

namespace PosCases.Knowledge;

/// <summary>Writes the draft of an article.</summary>
public static class SaveArticleDraft
{
    /// <summary>Writes the draft: of a new article, or the next version of one that is there.</summary>
    /// <param name="Slug">Its name in addresses.</param>
    /// <param name="Version">The version token that the user saw; none for a new article.</param>
    /// <param name="Content">What it is to say.</param>
    [Requires(Permission.ManageKnowledge)]
    public sealed record Command(string Slug, Guid? Version, ArticleContent Content) : Change<ArticleId>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Slug).NotEmpty().MaximumLength(KnowledgeMapping.SlugLength).Matches("^[a-z0-9]+(-[a-z0-9]+)*$").WithErrorCode("Slug");
            RuleFor(c => c.Content).NotNull().SetValidator(new ArticleContentValidator());
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result<ArticleId>>
    {
        public async Task<Result<ArticleId>> Handle(Command command, CancellationToken ct)
        {
            if (Coached(command.Content) is { } coached)
            {
                return coached;
            }

            var found = await db.Articles.Include(a => a.Versions).SingleOrDefaultAsync(a => a.Slug == command.Slug, ct);
            if (command.Version is null)
            {
                if (found is not null)
                {
                    return new ArticleRefused(ArticleRefusal.SlugTaken);
                }

                var begun = Article.Begin(command.Slug, command.Content, actor, clock.GetUtcNow());
                db.Articles.Add(begun);
                return begun.Id;
            }

            if (found is null)
            {
                return new NotFound(nameof(Article));
            }

            if (found.Version != command.Version)
            {
                return new Conflict();
            }

            found.Write(command.Content, actor, clock.GetUtcNow());
            db.Entry(found).State = EntityState.Modified;
            return found.Id;
        }

        // What the shipped texts may not say, nobody writes here either.
        private static Invalid? Coached(ArticleContent content) =>
            new[]
            {
                (nameof(content.TitleZh), content.TitleZh), (nameof(content.TitleEn), content.TitleEn), (nameof(content.SummaryZh), content.SummaryZh),
                (nameof(content.SummaryEn), content.SummaryEn), (nameof(content.BodyZh), content.BodyZh), (nameof(content.BodyEn), content.BodyEn),
            }
            .SelectMany(t => Coaching.Find(t.Item2).Take(1), (t, phrase) => new Invalid($"Content.{t.Item1}", "Coaches", phrase)).FirstOrDefault();
    }
}
