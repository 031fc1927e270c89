using FluentValidation;
using FluentValidation.Results;
using MediatR;

namespace PosCases.Platform.Messages;

/// <summary>Refuses a message with unacceptable fields, naming each of them.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TResponse : Result, IOutcome<TResponse>
{
    private static readonly string[] Placeholders = ["ComparisonValue", "MaxLength", "MinLength", "From", "To"];

    public async Task<TResponse> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResponse> next)
    {
        List<FieldError> errors = [];
        foreach (var validator in validators)
        {
            ValidationResult checkedFields = await validator.ValidateAsync(request, ct);
            errors.AddRange(checkedFields.Errors.Select(Describe));
        }

        return errors.Count == 0 ? await next() : TResponse.Refused(new Invalid(errors));
    }

    private static FieldError Describe(ValidationFailure failure)
    {
        var values = failure.FormattedMessagePlaceholderValues ?? [];
        return new FieldError(
            failure.PropertyName,
            failure.ErrorCode,
            [.. Placeholders.Where(values.ContainsKey).Select(key => values[key])]);
    }
}
