using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases.Tags;

/// <summary>Puts a case under a word, or takes it off. Two who do it at once do not collide; a closed case may be tagged too.</summary>
public static class TagCase
{
    /// <summary>Puts a case under a word, or takes it off; to do either twice changes nothing.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Tag">The word.</param>
    /// <param name="On">On, or off.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, string Tag, bool On = true) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator()
        {
            RuleFor(c => c.Tag).NotEmpty().MaximumLength(CaseTag.Longest);
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            if (!await db.Cases.VisibleTo(actor).AnyAsync(c => c.Id == command.Id, ct))
            {
                return new NotFound("Case");
            }

            var text = CaseTag.Clean(command.Tag);
            var tags = await db.Set<CaseTag>().Where(t => t.CaseId == command.Id).ToListAsync(ct);
            var tag = tags.Find(t => string.Equals(t.Text, text, StringComparison.OrdinalIgnoreCase));
            if ((tag?.IsOn ?? false) == command.On)
            {
                return Result.Ok;
            }

            if (command.On && tags.Count(t => t.IsOn) >= CaseTag.Most)
            {
                return new Invalid(nameof(Command.Tag), "TooManyTags", CaseTag.Most);
            }

            if (tag is null)
            {
                db.Add(CaseTag.Of(command.Id, text, actor, clock.GetUtcNow()));
            }
            else
            {
                tag.Turn(command.On, actor, clock.GetUtcNow());
            }

            return Result.Ok;
        }
    }
}
