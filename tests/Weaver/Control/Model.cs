using Mono.Cecil;

namespace Weaving.Control;

/// <summary>A stand-in for a member.</summary>
/// <param name="ResultDropped">The one to call where the result isn't looked at, if any.</param>
/// <param name="Arguments">For the type parameters of either.</param>
sealed record Model(
    MethodReference Method, MethodReference? ResultDropped, IReadOnlyList<TypeReference> Arguments)
{
    public MethodReference Instance => Close(Method);

    public MethodReference? DroppedInstance => ResultDropped is null ? null : Close(ResultDropped);

    MethodReference Close(MethodReference method)
    {
        if (Arguments.Count == 0)
            return method;
        var instance = new GenericInstanceMethod(method);
        foreach (var argument in Arguments)
            instance.GenericArguments.Add(argument);
        return instance;
    }
}
