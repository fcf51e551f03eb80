// hostile: an endless loop in a finally block that an exception runs through -> the loop at Kata.cs:12 never ends
public static class Kata
{
    public static void Run()
    {
        try
        {
            throw new InvalidOperationException();
        }
        finally
        {
            while (true) ;
        }
    }
}
