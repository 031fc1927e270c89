using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Letters;

/// <summary>As what a letter is put out.</summary>
public enum LetterFormat
{
    /// <summary>An editable document.</summary>
    Docx,

    /// <summary>A PDF.</summary>
    Pdf,

    /// <summary>A page to print.</summary>
    Page,
}

/// <summary>Puts a version of a letter out. A command, so that every copy that leaves is in the audit trail.</summary>
public static class OutputLetter
{
    /// <summary>Puts a version out.</summary>
    /// <param name="Id">The letter.</param>
    /// <param name="Number">Which version; the final one, or else the newest, where none is named.</param>
    /// <param name="Format">As what.</param>
    [Requires(Permission.ViewCases)]
    public sealed record Command(LetterId Id, int? Number, LetterFormat Format) : Change<int>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Format).IsInEnum();
    }

    internal sealed class Handler(AppDb db, Actor actor) : IRequestHandler<Command, Result<int>>
    {
        public async Task<Result<int>> Handle(Command command, CancellationToken ct)
        {
            var letter = await db.LettersVisibleTo(actor).AsNoTracking().Where(l => l.Id == command.Id).Select(l => new { l.FinalNumber, l.LastNumber }).SingleOrDefaultAsync(ct);
            if (letter is null)
            {
                return new NotFound(nameof(Letter));
            }

            // The merchant's side gets what is final and nothing before it.
            var number = actor.IsDesk ? command.Number ?? letter.FinalNumber ?? letter.LastNumber : letter.FinalNumber!.Value;
            return number >= 1 && number <= letter.LastNumber && (actor.IsDesk || command.Number is null || command.Number == number) ? number : new NotFound(nameof(LetterVersion));
        }
    }
}
