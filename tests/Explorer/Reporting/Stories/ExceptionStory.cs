namespace Interleavings.Reporting;

static class ExceptionStory
{
    public static Story Of(Case told)
    {
        var failure = told.Failure;
        var type = failure.Exception!.GetType().Name;
        var message = Text.OneLine(told.Said);
        var whose = failure.Operation is { } operation
            ? $" from {told.Names.Subject(operation)}"
            : "";
        var where = Places.Full(failure.Site) is { Length: > 0 } site ? $" at {site}" : "";
        var order = new OrderStory(told);
        return new($"{type} escaped{whose}{where}: {message}", order.Why(),
            order.Next() ?? Next(failure));
    }

    static string Next(Failure failure) => failure switch
    {
        { Race: not null } => AssertionStory.WithoutOrder(failure),
        { Operation: 0 or null } => "see on that line what is not as the code expects.",
        _ => "see on that line what is not as the code expects. Outside a test, an exception that"
            + " leaves a thread ends the process.",
    };
}
