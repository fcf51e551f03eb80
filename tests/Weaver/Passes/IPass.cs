namespace Weaving.Passes;

/// <summary>One kind of rewrite: reads a method as compiled, adds its edits.</summary>
interface IPass
{
    void Weave(MethodWeave method);
}
