using FluentValidation;
using MediatR;
using PosCases.Platform.Data;
using PosCases.Platform.Messages;
using PosCases.Platform.Security;

namespace PosCases.Institutions;

/// <summary>Records that an official channel was compared with its source.</summary>
public static class CheckChannel
{
    /// <param name="Id">Which institution.</param>
    /// <param name="Version">The version that the user saw.</param>
    /// <param name="Channel">Which channel.</param>
    /// <param name="Source">What it was compared with, and when.</param>
    [Requires(Permission.ManageInstitutions)]
    public sealed record Command(InstitutionId Id, Guid Version, InstitutionChannelId Channel, ChannelSource Source) : Change;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator(TimeProvider clock) => RuleFor(c => c.Source).NotNull().SetValidator(new ChannelSource.Validator(clock));
    }

    internal sealed class Handler(AppDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var found = await db.FindInstitutionAsync(command.Id, command.Version, ct);
            return found.Error is { } refusal ? refusal : found.Value.CheckChannel(command.Channel, command.Source);
        }
    }
}
