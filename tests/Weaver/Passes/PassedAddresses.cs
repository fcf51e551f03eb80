namespace Weaving.Passes;

sealed class PassedAddresses : IPass
{
    public void Weave(MethodWeave method)
    {
    }
}
