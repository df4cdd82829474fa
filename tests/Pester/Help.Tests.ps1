BeforeDiscovery {
    $help = "$PSScriptRoot/../../en-US"
    $commands = ([xml](Get-Content "$help/ZvarPS.dll-Help.xml" -Raw)).helpItems.command
    $script:examples = foreach ($command in $commands) {
        foreach ($example in $command.examples.example) {
            @{
                Cmdlet = $command.details.name
                Title = $example.title.Trim('- ')
                Code = $example.code
                # Whom to ask is all that these change.
                Silent = $command.details.verb -in 'Connect', 'Disconnect'
            }
        }
    }

    # A paragraph indented by eight spaces is code; the paragraphs of a topic follow one another as in a session.
    $script:topics = foreach ($file in Get-ChildItem "$help/about_*.help.txt") {
        $code = (Get-Content $file -Raw) -split '(?:\r?\n){2,}' -match '^ {8}\S'
        @{ Topic = $file.BaseName -replace '\.help$'; Code = $code -join "`n" }
    }
}

BeforeAll {
    . $PSScriptRoot/Session.ps1
    $secret = [securestring]::new()
    'nobody asks'.ToCharArray().ForEach{ $secret.AppendChar($_) }
    $script:account = [pscredential]::new('observer', $secret)

    # Nobody is here to be asked, nor is there a vault.
    function Get-Credential {
        $account
    }

    function Get-Secret {
        $account
    }
}

Describe 'Examples' {
    BeforeEach {
        $user, $password = $env:ZVAR_USERNAME, $env:ZVAR_PASSWORD
        $folder = New-Item "TestDrive:/$([guid]::NewGuid())" -ItemType Directory
        Push-Location $folder
        Connect-Zvar -Demo
        $ErrorActionPreference = 'Stop'
    }

    AfterEach {
        Pop-Location
        $env:ZVAR_USERNAME, $env:ZVAR_PASSWORD = $user, $password
        Connect-Zvar -Demo
    }

    It 'of <Cmdlet> run: <Title>' -ForEach $examples {
        $given = & ([scriptblock]::Create($Code))
        if (-not $Silent) {
            @($given) + @(Get-ChildItem $folder) | Should -Not -BeNullOrEmpty -Because 'it gives something or writes it'
        }
    }

    It 'in <Topic> run' -ForEach $topics {
        $Code | Should -Not -BeNullOrEmpty
        { & ([scriptblock]::Create($Code)) } | Should -Not -Throw
    }
}

Describe 'Get-Help' {
    It 'shows <Cmdlet>: <Title>' -ForEach $examples {
        Get-Help $Cmdlet -Examples | Out-String -Width 80 | Should -Match ([regex]::Escape($Title))
    }

    It 'finds <Topic>' -ForEach $topics {
        Get-Help $Topic | Should -Match "TOPIC\s+$Topic\s"
    }
}
