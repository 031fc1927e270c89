using FluentValidation;
using MediatR;
using PosCases.Platform;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Cases;

/// <summary>Pauses a case until a date, saying who is waited for and what is expected.</summary>
public static class WaitCase
{
    /// <summary>Pauses a case until a date, saying who is waited for and what is expected.</summary>
    /// <param name="Id">The case.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="For">Who is waited for.</param>
    /// <param name="Reason">What is expected.</param>
    /// <param name="Until">When it wakes by itself; Shanghai date, after today.</param>
    [Requires(Permission.WorkCases)]
    public sealed record Command(CaseId Id, Guid Version, Ball For, string Reason, DateOnly Until) : Change;

    /// <summary>Field rules.</summary>
    public sealed class Validator : AbstractValidator<Command>
    {
        /// <summary>Sets the rules.</summary>
        public Validator(TimeProvider clock)
        {
            RuleFor(c => c.For).Must(b => b is Ball.Merchant or Ball.Institution or Ball.Authority).WithErrorCode("UnknownCode");
            RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
            RuleFor(c => c.Until).Cascade(CascadeMode.Stop)
                .NotEmpty()
                .IsOrdinaryDate()
                .Must(until => until > ShanghaiTime.DateOf(clock.GetUtcNow())).WithErrorCode("NotAfterToday");
        }
    }

    internal sealed class Handler(AppDb db, Actor actor, TimeProvider clock, CaseOptions options) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var loaded = await db.Cases.VisibleTo(actor).ToChangeAsync(command.Id, command.Version, ct);
            if (!loaded.Succeeded)
            {
                return loaded.Error;
            }

            var found = loaded.Value;
            return found.Wait(command.For, command.Reason, command.Until, actor, clock.GetUtcNow(), options);
        }
    }
}
