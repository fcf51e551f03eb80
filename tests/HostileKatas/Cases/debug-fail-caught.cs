// hostile: a failure of its own, and a handler that would take any exception -> Debug.Fail fails: enough
#define DEBUG
using System.Diagnostics;

public static class Kata
{
    public static void Run()
    {
        try
        {
            Debug.Fail("enough");
        }
        catch (Exception)
        {
        }
    }
}
