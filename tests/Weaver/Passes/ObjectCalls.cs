namespace Weaving.Passes;

sealed class ObjectCalls : IPass
{
    public void Weave(MethodWeave method)
    {
    }
}
